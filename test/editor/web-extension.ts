// Loads the extension and the suite into the browser's worker host, as vscode.dev does: over HTTP, from what the page's
// configuration calls extensions under development. An address cannot ask for that: the extensions that it names are
// the remote machine's, and run there whenever they have a `main` entry.
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, dirname, extname, join, normalize, sep } from 'node:path';
import type { Page } from 'playwright-core';

const types: Record<string, string> = {
  '.cjs': 'text/javascript',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.png': 'image/png',
};

// A suite runs in the host of the extension whose address its own begins with.
const suiteAddress = '/suite/';

/** Serves what the editor needs of an extension's folder, and the folder of the suite. */
export async function serveWebExtension(extension: string, suite: string): Promise<WebExtension> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const wanted = decodeURIComponent(pathname);
    const [folder, rest] = wanted.startsWith(suiteAddress)
      ? [dirname(suite), wanted.slice(suiteAddress.length)]
      : [extension, wanted];
    const path = normalize(join(folder, rest));
    // The extension host asks for files that need not be there, such as package.nls.json.
    const found = path.startsWith(folder + sep) && statSync(path, { throwIfNoEntry: false })?.isFile();
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (!found) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'Content-Type': types[extname(path)] ?? 'application/octet-stream' });
    createReadStream(path).pipe(response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return new WebExtension(server, basename(suite));
}

export class WebExtension {
  readonly #server: Server;
  readonly #suite: string;

  constructor(server: Server, suite: string) {
    this.#server = server;
    this.#suite = suite;
  }

  /** Adds the extension and the suite to the configuration of every page that is loaded from now on. */
  async addTo(page: Page): Promise<void> {
    const { port } = this.#server.address() as AddressInfo;
    const place = (path: string) => ({ scheme: 'http', authority: `127.0.0.1:${port}`, path });
    const options = { extensions: [place('/')], extensionTestsPath: place(suiteAddress + this.#suite) };
    // The configuration is an attribute of an element in the page's head; the observer is called when the parser has
    // added it, before the first script that reads it.
    await page.addInitScript(
      `new MutationObserver((_, observer) => {
        const element = document.getElementById('vscode-workbench-web-configuration');
        if (!element) return;
        observer.disconnect();
        const settings = JSON.parse(element.getAttribute('data-settings'));
        Object.assign((settings.developmentOptions ??= {}), ${JSON.stringify(options)});
        element.setAttribute('data-settings', JSON.stringify(settings));
      }).observe(document, { childList: true, subtree: true });`,
    );
  }

  close(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }
}
