/**
 * Rebuilds the WebAssembly when Rust changes while the page is being served, and reloads the page.
 *
 * A build that fails is shown over the page, as a mistake in the page's own code would be, and the
 * page goes on with the last good one.
 */
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Plugin, ViteDevServer } from 'vite';

const root = resolve(import.meta.dirname, '..');
const watched = ['src', 'Cargo.toml', 'Cargo.lock'].map((path) => resolve(root, path));

export function rustWatch(): Plugin {
  return {
    name: 'rust-watch',
    // Not in builds, and not in tests, which serve the page too.
    apply: (_config, { command }) => command === 'serve' && !process.env.VITEST,
    // The build writes several files here; the page must not be loaded between two of them.
    config: () => ({ server: { watch: { ignored: ['**/www/pkg/**'] } } }),
    configureServer(server) {
      const rebuild = oneAtATime(() => build(server));
      server.watcher.add(watched);
      server.watcher.on('all', (_event, path) => {
        if (watched.some((place) => path === place || path.startsWith(`${place}/`))) rebuild();
      });
    },
  };
}

/** Calls made while the work is going on make one more turn of it, however many they are. */
function oneAtATime(work: () => Promise<void>): () => void {
  let running = false;
  let again = false;
  return async () => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await work();
    } while (again);
    running = false;
  };
}

async function build(server: ViteDevServer): Promise<void> {
  const { logger } = server.config;
  const began = performance.now();
  let { status, output } = await run('scripts/wasm', ['dev']);
  // The other build is behind a switch of the page, so it comes second.
  if (status === 0) ({ status, output } = await run('env', ['PANIC=abort', 'scripts/wasm', 'dev', '.', 'www/pkg/abort']));
  if (status === 0) {
    logger.info(`Rust rebuilt in ${((performance.now() - began) / 1000).toFixed(1)} s`, { timestamp: true });
    server.moduleGraph.invalidateAll();
    server.ws.send({ type: 'full-reload' });
  } else {
    logger.error(output, { timestamp: true });
    server.ws.send({ type: 'error', err: { message: `Rust does not build\n\n${output}`, stack: '' } });
  }
}

/** Runs a program at the top of the repository; `output` is all it printed. */
function run(program: string, args: string[]): Promise<{ status: number | null; output: string }> {
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (output += text));
    child.on('error', (error) => done({ status: null, output: String(error) }));
    child.on('close', (status) => done({ status, output }));
  });
}
