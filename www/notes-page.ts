/**
 * Puts a text of `notes/` into a page of its own, when the page is built and while it is served.
 *
 * `page` is the HTML file in this folder; `<!-- text -->` in it becomes the text, `<!-- contents -->` the
 * list of its sections. `notes` is the Markdown file, relative to this folder. Nothing of what makes HTML
 * of it is shipped.
 */
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { rustLanguage } from '@codemirror/lang-rust';
import { highlightCode, tagHighlighter, tags } from '@lezer/highlight';
import MarkdownIt from 'markdown-it';
import type { Plugin } from 'vite';

export function notesPage(page: string, notes: string): Plugin {
  const file = resolve(import.meta.dirname, notes);
  return {
    name: 'notes-page',
    configureServer(server) {
      server.watcher.add(file);
      server.watcher.on('change', (path) => {
        if (path === file) server.ws.send({ type: 'full-reload' });
      });
    },
    transformIndexHtml: {
      order: 'pre',
      async handler(html, { filename }) {
        if (basename(filename) !== page) return html;
        const { text, contents } = render(await readFile(file, 'utf8'));
        return html.replace('<!-- contents -->', () => contents).replace('<!-- text -->', () => text);
      },
    },
  };
}

/** The HTML of a Markdown text, and that of the list of its sections. */
export function render(markdown: string): { text: string; contents: string } {
  const renderer = new MarkdownIt({ highlight });
  const tokens = renderer.parse(markdown, {});
  const sections: string[] = [];
  tokens.forEach((token, index) => {
    if (token.type !== 'heading_open' || token.tag === 'h1') return;
    const heading = tokens[index + 1]!;
    const id = anchor(heading.content);
    token.attrSet('id', id);
    if (token.tag === 'h2') {
      sections.push(`<li><a href="#${id}">${renderer.renderInline(heading.content)}</a></li>`);
    }
  });
  return {
    text: renderer.renderer.render(tokens, renderer.options, {}),
    contents: `<ol>${sections.join('')}</ol>`,
  };
}

/** The name of a heading in addresses: its words in lower case, joined by `-`, as GitHub has it. */
function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .trim()
    .replaceAll(' ', '-');
}

const highlighter = tagHighlighter([
  { tag: [tags.keyword, tags.operatorKeyword, tags.modifier, tags.self], class: 'keyword' },
  { tag: [tags.string, tags.character, tags.number, tags.bool], class: 'literal' },
  { tag: [tags.comment], class: 'comment' },
  { tag: [tags.typeName, tags.namespace, tags.className], class: 'type' },
  { tag: [tags.macroName, tags.attributeName], class: 'macro' },
]);

/** A piece of code as HTML. `word` stands behind its backticks: `rust`, `rust,fails` or `text`. */
function highlight(code: string, word: string): string {
  const { escapeHtml } = new MarkdownIt().utils;
  const [language, ...marks] = word.split(',');
  let html = '';
  if (language === 'rust') {
    const put = (text: string, classes: string) => {
      const escaped = escapeHtml(text);
      html += classes ? `<span class="${classes}">${escaped}</span>` : escaped;
    };
    highlightCode(code, rustLanguage.parser.parse(code), highlighter, put, () => (html += '\n'));
  } else {
    html = escapeHtml(code);
  }
  return `<pre class="${[language, ...marks].join(' ')}"><code>${html.trimEnd()}</code></pre>`;
}
