/** A document by what is written of it: a UN document's symbol, or the number that another organization gives it. */
import { parseDocumentNumber } from './document-numbers.ts';
import { parseSymbol, symbolUrl } from './symbol.ts';
import { explainSymbol } from './symbol-meaning.ts';

export interface WrittenDocument {
  /** The symbol or number in its usual spelling. */
  number: string;
  /** What it says, in words. */
  says: string;
  /** The document's own page; undefined where no address follows from its number. */
  address?: string;
  /** Whether it is a document of the United Nations. */
  isSymbol: boolean;
}

/** @returns undefined where a text is neither a well-formed symbol nor a number of a known series */
export function writtenDocument(text: string): WrittenDocument | undefined {
  const symbol = parseSymbol(text);
  if (symbol !== undefined)
    return { number: symbol.symbol, says: explainSymbol(symbol), address: symbolUrl(symbol.symbol), isSymbol: true };
  const number = parseDocumentNumber(text);
  return number === undefined ? undefined : { ...number, isSymbol: false };
}
