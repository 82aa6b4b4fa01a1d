/** Starts the built server in a process of its own and talks to it as an editor does. */
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type ClientCapabilities,
  createProtocolConnection,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  IPCMessageReader,
  IPCMessageWriter,
  LogMessageNotification,
  type ProtocolConnection,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

export const distFile = (name: string): string => fileURLToPath(new URL(`../../dist/${name}`, import.meta.url));

export interface Session {
  connection: ProtocolConnection;
  initialized: InitializeResult;
  child: ChildProcess;
  /** What the server logged, line by line. */
  log: string[];
  open(uri: string, text: string, languageId?: string): void;
  close(): Promise<void>;
}

/** What VS Code says that it can do, as far as it matters here. */
export const fullCapabilities: ClientCapabilities = {
  workspace: { textDocumentContent: { dynamicRegistration: true } },
  textDocument: { definition: { linkSupport: true } },
};

/** Besides, what VS Code does with snippets, renaming and edits of several documents. */
export const citingCapabilities: ClientCapabilities = {
  workspace: {
    ...fullCapabilities.workspace,
    workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} },
  },
  textDocument: {
    ...fullCapabilities.textDocument,
    rename: { prepareSupport: true },
    completion: { completionItem: { snippetSupport: true } },
  },
};

export type Transport = 'stdio' | 'ipc';

function start(transport: Transport, env: NodeJS.ProcessEnv): { child: ChildProcess; connection: ProtocolConnection } {
  if (transport === 'ipc') {
    const child = fork(distFile('rapporteur.js'), ['lsp', '--node-ipc'], { env, silent: true });
    return { child, connection: createProtocolConnection(new IPCMessageReader(child), new IPCMessageWriter(child)) };
  }
  const child = spawn(process.execPath, [distFile('rapporteur.js'), 'lsp', '--stdio'], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return {
    child,
    connection: createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!)),
  };
}

export async function startSession(
  transport: Transport = 'stdio',
  capabilities: ClientCapabilities = fullCapabilities,
  environment: NodeJS.ProcessEnv = {},
  folders: readonly string[] = [],
): Promise<Session> {
  const { child, connection } = start(transport, { ...process.env, ...environment });
  const log: string[] = [];
  connection.onNotification(LogMessageNotification.type, ({ message }) => void log.push(message));
  connection.listen();
  const initialized = await connection.sendRequest(InitializeRequest.type, {
    processId: process.pid,
    rootUri: null,
    workspaceFolders: folders.length === 0 ? null : folders.map((uri) => ({ uri, name: 'folder' })),
    capabilities,
  });
  await connection.sendNotification(InitializedNotification.type, {});
  return {
    connection,
    initialized,
    child,
    log,
    open(uri, text, languageId = 'markdown') {
      void connection.sendNotification(DidOpenTextDocumentNotification.type, {
        textDocument: { uri, languageId, version: 1, text },
      });
    },
    async close() {
      await connection.sendRequest(ShutdownRequest.type);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      await connection.sendNotification(ExitNotification.type);
      await ended;
      connection.dispose();
    },
  };
}
