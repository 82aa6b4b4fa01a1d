/**
 * Capitals as English titles have them: every major word, whatever the source's own habit. OSCOLA (3.1.2), Bluebook
 * (rule 8) and Chicago want them in the titles of books, articles and pages; official titles stay as they are.
 */

import type { RichText } from './rich-text.ts';
import type { SourceFields, SourceKind } from './source-fields.ts';

/** Articles, conjunctions, short prepositions, and the particles of names. */
const minorWords = new Set(
  (
    'a an the and but or nor for so yet as at by in of off on per to up via with from into onto over than upon vs v ' +
    'et al de la le du des del der den von van ter bin'
  ).split(' '),
);

/** The guides differ on long prepositions, so they stay as they are written. */
const longPrepositions = new Set(
  (
    'about above across after against among amongst around before behind below between beyond concerning despite ' +
    'during except inside outside regarding since through throughout toward towards under until versus within without'
  ).split(' '),
);

const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’./@&+_-]*/gu;

/** An article, a conjunction, a preposition or a particle: what no title ends in. */
export function isMinorWord(written: string): boolean {
  const bare = written.toLowerCase().replace(/[.,:;]+$/, '');
  return minorWords.has(bare) || longPrepositions.has(bare);
}

/** The title in headline capitals. A word with a capital, a digit or a full stop within it is left alone. */
export function headlineCase(title: RichText): RichText {
  let textBefore = '';
  return title.map((piece) => {
    if (piece.link) return piece;
    const text = piece.text.replace(word, (written, position: number) => {
      const before = (textBefore + piece.text.slice(0, position)).replace(/[\s"'“”‘’([]+$/, '');
      const beginsTitle = before === '' || /[:?!.—]$/.test(before);
      const bare = written.replace(/[.'’]+$/, '');
      if (/[\p{Lu}\p{N}./@&+_]/u.test(bare) || /^\p{L}['’]/u.test(bare)) return written;
      if (!beginsTitle && (minorWords.has(bare) || longPrepositions.has(bare))) return written;
      return written.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('en'));
    });
    textBefore += piece.text;
    return { ...piece, text };
  });
}

const literature: ReadonlySet<SourceKind> = new Set([
  'journal-article',
  'news-article',
  'book',
  'chapter',
  'entry',
  'conference-paper',
  'web-page',
  'blog-post',
  'thesis',
  'speech',
  'report',
  'working-paper',
  'manuscript',
  'recording',
]);

/** Small words of German, French, Spanish, Portuguese and Italian that no English title has without one of its own beside them. */
const foreignWord =
  /(?<!\p{L})(?:der|das|und|des|dem|les|une|dans|sur|pour|aux|du|el|los|las|una|para|por|y|da|dos|uma|della|delle|dei|gli|il|nel)(?!\p{L})/iu;
const englishWord = /(?<!\p{L})(?:the|of|and|for|with|from|by|its|is|to|how|what|why)(?!\p{L})/iu;

/** A title of which the item does not say the language, and that is not English by its small words. */
function isForeign(title: string): boolean {
  return foreignWord.test(title) && !englishWord.test(title);
}

/** A source with headline capitals in its title, if that is the English title of a piece of literature. */
export function withHeadlineCapitals(fields: SourceFields): SourceFields {
  const isEnglish = fields.language === '' ? !isForeign(fields.plainTitle) : /^en\b/i.test(fields.language);
  if (!isEnglish || !literature.has(fields.kind) || fields.plainTitle === fields.id) return fields;
  // Some programs export the titles of books and series in small letters, too; names of journals and sites are names.
  const isInBook = fields.kind === 'chapter' || fields.kind === 'conference-paper' || fields.kind === 'entry';
  return {
    ...fields,
    title: headlineCase(fields.title),
    container: isInBook ? headlineCase(fields.container) : fields.container,
    series: headlineCase(fields.series),
  };
}
