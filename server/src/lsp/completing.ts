/** The handlers of completion: items with their edits, and what is said of one when it is looked at. */
import {
  type CompletionItem,
  CompletionItemKind,
  type CompletionList,
  type Connection,
  InsertTextFormat,
  MarkupKind,
} from 'vscode-languageserver';
import { conceptSummary, noAddress, sourceSummary } from '../features/card.ts';
import { citable, citableRecord } from '../features/citable.ts';
import { fileName } from '../features/citable-text.ts';
import { type CompletionOptions, complete, type CompletionItem as OfferedItem } from '../features/completion.ts';
import { escapeMarkdown } from '../features/markdown-text.ts';
import type { Serving } from './citing.ts';
import type { OpenDraft } from './open-drafts.ts';

const kinds: Readonly<Record<OfferedItem['kind'], CompletionItemKind>> = {
  name: CompletionItemKind.Constant,
  citation: CompletionItemKind.Reference,
  locator: CompletionItemKind.Unit,
  footnote: CompletionItemKind.Reference,
};

/** By what an item is found again: the record of a name, or a key in the library of a draft. */
interface ItemData {
  record?: number;
  key?: string;
  uri?: string;
}

function asItem(open: OpenDraft, item: OfferedItem, index: number): CompletionItem {
  const { label, detail, kind, text, filter, isSnippet, record, key } = item;
  return {
    label,
    labelDetails: { description: detail.length > 60 ? `${detail.slice(0, 59)}…` : detail },
    kind: kinds[kind],
    textEdit: { range: open.rangeOf(item), newText: text },
    filterText: filter,
    sortText: String(index).padStart(3, '0'),
    ...(isSnippet === true ? { insertTextFormat: InsertTextFormat.Snippet } : {}),
    data: (key === undefined ? { record } : { key, uri: open.uri }) satisfies ItemData,
  };
}

/** What is said of an item in Markdown; undefined where nothing is known of it. */
function describe(serving: Serving, { record = -1, key, uri = '' }: ItemData): string | undefined {
  const field = serving.field();
  const { conceptCount, sourceCount } = field.knowledge;
  const library = serving.libraryOf(uri);
  const isRecord = Number.isInteger(record) && record >= 0 && record < conceptCount + sourceCount;
  if (isRecord && field.knowledge.isConcept(record)) return conceptSummary(field, record, noAddress);
  const cited =
    typeof key === 'string'
      ? citable(field, library, key)
      : isRecord
        ? citableRecord(field, library, record)
        : undefined;
  if (cited === undefined) return undefined;
  const summary = sourceSummary(field, cited, serving.style(), noAddress);
  return cited.entry === undefined ? summary : `${summary}\n\nIn ${escapeMarkdown(fileName(cited.entry.uri))}`;
}

export function serveCompletion(connection: Connection, serving: Serving, options: () => CompletionOptions): void {
  connection.onCompletion((params, token) =>
    serving.at<CompletionList>('completion', params, token, { isIncomplete: false, items: [] }, (open, offset) => ({
      // The ranking is the server's: the list is asked for anew with each letter.
      isIncomplete: true,
      items: complete(serving.field(), serving.libraryOf(open.uri), open.draft, offset, options()).map((item, index) =>
        asItem(open, item, index),
      ),
    })),
  );
  connection.onCompletionResolve((item, token) =>
    serving.answer('completion resolve', token, item, () => {
      const value = describe(serving, (item.data ?? {}) as ItemData);
      return value === undefined ? item : { ...item, documentation: { kind: MarkupKind.Markdown, value } };
    }),
  );
}
