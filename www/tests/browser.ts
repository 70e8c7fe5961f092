/** Opens the built page in Chromium, served from a sub-path, and listens to what goes wrong. */
import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
/** The page has to work wherever it is put. */
const PATH = '/deep/down/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};

/** A page that is open, and what it did that it must not do. */
export interface Opened {
  readonly page: Page;
  /** Errors and warnings in the console, and exceptions that nobody caught. */
  readonly complaints: string[];
  /** Requests to anywhere but the page's own server. */
  readonly strangers: string[];
  close(): Promise<void>;
}

export class Site {
  readonly #server: Server;
  readonly #browser: Browser;
  readonly address: string;

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
    this.address = `http://localhost:${(server.address() as AddressInfo).port}${PATH}`;
  }

  static async open(): Promise<Site> {
    if (!existsSync(join(DIST, 'index.html'))) throw new Error('dist/ is not there: run `make build` first');
    const server = createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      const inside = pathname.startsWith(PATH) ? pathname.slice(PATH.length) || 'index.html' : null;
      const file = inside === null ? null : join(DIST, normalize(inside));
      const body = file?.startsWith(DIST) ? readFile(file) : Promise.reject(new Error('outside'));
      body.then(
        (bytes) => response.writeHead(200, { 'content-type': TYPES[extname(file!)] ?? 'text/plain' }).end(bytes),
        () => response.writeHead(404).end(),
      );
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    const browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
        '--disable-component-update', '--disable-sync'],
    });
    return new Site(server, browser);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** Opens the page in a window of its own and waits until the first scenario has run. */
  async visit(options: BrowserContextOptions = {}): Promise<Opened> {
    const context = await this.#browser.newContext({
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const [complaints, strangers]: [string[], string[]] = [[], []];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('request', (request) => {
      const url = request.url();
      const isOwn = url.startsWith(this.address) || url.startsWith('blob:');
      if (!isOwn) strangers.push(url);
    });
    await page.goto(this.address);
    await page.locator('lp-verdict .verdict').waitFor();
    return { page, complaints, strangers, close: () => context.close() };
  }
}
