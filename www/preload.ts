/**
 * Has the browser load the WebAssembly beside the JavaScript that asks for it, and not after it.
 *
 * `page` is the HTML file that wants it, `module` the path of the WebAssembly, both in this folder.
 */
import type { Plugin } from 'vite';

export function preload(page: string, module: string): Plugin {
  return {
    name: 'preload',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle, path }) {
        if (path !== `/${page}`) return [];
        const files = Object.values(bundle ?? {});
        const file = files.find((file) => file.type === 'asset' && file.originalFileNames.includes(module));
        if (!file) throw new Error(`${module} is not part of the page`);
        // As the page's own `fetch` asks for it, or it would be loaded a second time.
        const attrs = { rel: 'preload', as: 'fetch', crossorigin: true, href: `./${file.fileName}` };
        return [{ tag: 'link', attrs, injectTo: 'head' }];
      },
    },
  };
}
