/** What is wrong in bibliographies, as the editor shows it. */
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { LibraryProblem } from '../library/library.ts';

/** How many problems of one file are told. */
const mostProblems = 100;

const diagnosticsOfProblems = new WeakMap<readonly LibraryProblem[], Diagnostic[]>();

/** Worked out once for a list of problems: lines of a long file are slow to count. */
export function diagnosticsOf(uri: string, text: string, problems: readonly LibraryProblem[]): Diagnostic[] {
  if (problems.length === 0) return [];
  let diagnostics = diagnosticsOfProblems.get(problems);
  if (diagnostics === undefined) {
    diagnostics = asDiagnostics(TextDocument.create(uri, 'plaintext', 0, text), problems);
    diagnosticsOfProblems.set(problems, diagnostics);
  }
  return diagnostics;
}

function asDiagnostics(document: TextDocument, problems: readonly LibraryProblem[]): Diagnostic[] {
  return problems.slice(0, mostProblems).map(({ start, end, message }) => ({
    range: { start: document.positionAt(start), end: document.positionAt(end) },
    severity: DiagnosticSeverity.Warning,
    source: 'Rapporteur',
    message,
  }));
}
