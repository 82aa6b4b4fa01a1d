/** Entry point of the server in a browser's worker. Its first message is the dataset; the protocol follows. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { openField } from './features/field.ts';
import { serve } from './lsp/server.ts';
import { version } from './version.ts';

/** As much of a worker's global scope as is used here. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { data: unknown }) => void, options: { once: true }): void;
}

const scope = globalThis as unknown as WorkerScope & ConstructorParameters<typeof BrowserMessageReader>[0];
scope.addEventListener(
  'message',
  ({ data }: { data: unknown }) => {
    if (!(data instanceof Uint8Array)) throw new Error('The first message to the server must be the dataset.');
    const connection = createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope));
    serve(connection, { version, openField: () => openField(data) });
    connection.listen();
  },
  { once: true },
);
