/** The files that a BibTeX entry names in its field `file`, as Zotero, Better BibTeX, JabRef and Mendeley write it. */
import { plainLatex } from './plain-latex.ts';

const mediaType = /^(?:[A-Za-z][\w+-]{0,11}|[a-z]+\/[\w.+-]+)?$/;

/** Cuts at a sign that no backslash takes back; the pieces keep their backslashes. */
function cut(text: string, sign: string): string[] {
  const pieces: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\' && (text[at + 1] === sign || text[at + 1] === '\\')) at++;
    else if (text[at] === sign) {
      pieces.push(text.slice(from, at));
      from = at + 1;
    }
  }
  return [...pieces, text.slice(from)];
}

/** The path in one `description:path:type`, or in a path that stands alone; a drive's letter belongs to the path. */
function pathOf(entry: string): string {
  const pieces: string[] = [];
  for (const piece of cut(entry, ':')) {
    const before = pieces.at(-1);
    if (before !== undefined && /^[A-Za-z]$/.test(before.trim()) && /^[\\/]/.test(piece))
      pieces[pieces.length - 1] = `${before.trim()}:${piece}`;
    else pieces.push(piece);
  }
  if (pieces.length === 1) return pieces[0]!;
  if (pieces.length === 2) return mediaType.test(pieces[1]!) && /[./\\]/.test(pieces[0]!) ? pieces[0]! : pieces[1]!;
  const inside = pieces.slice(1, mediaType.test(pieces.at(-1)!) ? -1 : undefined).join(':');
  return inside.trim() === '' ? pieces[0]! : inside;
}

/**
 * Paths as the entry writes them, without the field's escapes, in their order.
 *
 * @param field the field's LaTeX text
 */
export function attachmentPaths(field: string): string[] {
  const text = field
    .replaceAll('$\\backslash$', '\\')
    .replace(/\{\\([_&%#$])\}/g, '$1')
    .replace(/\{\\[^{}]*(?:\{[^{}]*\})?[^{}]*\}/g, plainLatex);
  return cut(text, ';')
    .map((entry) =>
      pathOf(entry)
        .replace(/\\([\\:;_&%#${}])/g, '$1')
        .trim(),
    )
    .filter((path) => path !== '');
}
