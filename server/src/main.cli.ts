/** The program in Node, which `launch.ts` runs: the terminal program, and with `lsp` the language server over stdio or node-ipc. */
import { Console } from 'node:console';
import { writeSync } from 'node:fs';
import { type Connection, createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { run } from './cli/program.ts';
import { serve } from './lsp/server.ts';
import { WholeMessageWriter } from './message-writer.ts';
import { nodeHost, openBundledField } from './node-host.ts';
import { version } from './version.ts';

/** Writes all of a text before the program ends; a reader that has gone (`| head`) ends it quietly. */
function write(descriptor: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EPIPE') process.exit(0);
      if (code !== 'EAGAIN') throw error;
    }
  }
}

function connect(isStdio: boolean): Connection {
  // The connection finds node-ipc on the command line by itself.
  if (!isStdio) return createConnection(ProposedFeatures.all);
  // What anything prints must not get between the messages.
  globalThis.console = new Console(process.stderr);
  // A stream to read from, whose end ends the server, goes with a writer, though the types do not say so.
  const writer = new WholeMessageWriter(process.stdout) as unknown as NodeJS.WritableStream;
  return createConnection(ProposedFeatures.all, process.stdin, writer);
}

const args = process.argv.slice(2);
if (args[0] === 'lsp' && (args.includes('--stdio') || args.includes('--node-ipc'))) {
  const connection = connect(args.includes('--stdio'));
  serve(connection, nodeHost());
  connection.listen();
} else if (args[0] === 'lsp' && !args.includes('--help') && !args.includes('-h')) {
  write(2, 'The language server speaks over standard input and output: rapporteur lsp --stdio\n');
  process.exitCode = 2;
} else {
  process.exitCode = run(
    args,
    version,
    { out: (text) => write(1, text), error: (line) => write(2, `${line}\n`) },
    openBundledField,
  );
}
