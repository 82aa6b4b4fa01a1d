/** The extension on the desktop and in remote hosts: the server runs in a process of its own. */
import { join } from 'node:path';
import { type ExtensionContext, window } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, registerCommands } from './client.ts';
import { registerZoteroCommand } from './insert-zotero-citation.ts';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const log = window.createOutputChannel('Rapporteur', { log: true });
  const module = context.asAbsolutePath(join('dist', 'rapporteur.js'));
  client = new LanguageClient(
    'rapporteur',
    'Rapporteur',
    {
      run: { module, args: ['lsp'], transport: TransportKind.ipc },
      debug: {
        module,
        args: ['lsp'],
        transport: TransportKind.ipc,
        options: { execArgv: ['--nolazy', '--inspect=6009'] },
      },
    },
    clientOptions(log),
  );
  context.subscriptions.push(log);
  registerCommands(context, client, log);
  registerZoteroCommand(context, client, log);
  await client.start();
}

export async function deactivate(): Promise<void> {
  await client?.stop();
}
