/** The extension in a browser: the server runs in a worker, which is handed the dataset first. */
import { commands, type ExtensionContext, Uri, window, workspace } from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { clientOptions, registerCommands } from './client.ts';

/** As much of a worker as is used here; the types of the DOM are not. */
interface ServerWorker {
  postMessage(message: unknown, transfer: ArrayBufferLike[]): void;
  terminate(): void;
}
declare const Worker: new (address: string) => ServerWorker;

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Rapporteur', { log: true });
  const file = (name: string): Uri => Uri.joinPath(context.extensionUri, 'dist', name);
  // A copy of its own: the bytes that the file system hands out may be shared.
  const dataset = new Uint8Array(await workspace.fs.readFile(file('dataset.bin')));
  const worker = new Worker(file('server.web.js').toString(true));
  worker.postMessage(dataset, [dataset.buffer]);
  client = new LanguageClient(
    'rapporteur',
    'Rapporteur',
    worker as unknown as ConstructorParameters<typeof LanguageClient>[2],
    clientOptions(log),
  );
  context.subscriptions.push(log, { dispose: () => worker.terminate() });
  registerCommands(context, client, log);
  context.subscriptions.push(
    commands.registerCommand('rapporteur.insertZoteroCitation', () => {
      void window.showInformationMessage('Zotero can be asked from VS Code on the desktop only, not from a browser.');
    }),
  );
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
