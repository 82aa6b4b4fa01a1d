/** Text that enters Markdown: nothing of a draft or a record may become markup. */

/** Escapes every mark that Markdown or HTML could read in running text. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>()#+!|~$]/g, (mark) =>
      mark === '<' ? '&lt;' : mark === '(' || mark === ')' || mark === '!' || mark === '+' ? mark : `\\${mark}`,
    )
    .replace(/&(?!lt;)/g, '&amp;')
    .replace(/\r?\n/g, ' ')
    .replace(/^(\s*)([-+]|\d+[.)])(\s)/, '$1\\$2$3');
}

/** A code span that holds any text. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${pad}${text.replace(/\r?\n/g, ' ')}${pad}${fence}`;
}

/** A link; only addresses of the web, of cards, of files and of Zotero's items become one. */
export function link(label: string, address: string | undefined): string {
  if (address === undefined || !/^(https?:|rapporteur:|file:|zotero:)/.test(address)) return escapeMarkdown(label);
  const safe = address.replace(
    /[\s<>()\\"]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  return `[${escapeMarkdown(label)}](${safe})`;
}
