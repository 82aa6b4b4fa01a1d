/** Bytes of a file that a person or a program wrote, as text. */

/** The text without its byte order mark, as editors show it, and what is to be said of it; or why it is no text. */
export type DecodedText = { text: string; warning?: string } | { fault: string };

const decoded = (encoding: string, bytes: Uint8Array): string => new TextDecoder(encoding).decode(bytes);

/** UTF-8, UTF-16 with a byte order mark, and for other bytes Windows-1252, in which old exports are written. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decoded('utf-16le', bytes) };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decoded('utf-16be', bytes) };
  const zero = bytes.indexOf(0);
  if (zero >= 0) {
    let line = 1;
    for (let place = bytes.indexOf(10); place >= 0 && place < zero; place = bytes.indexOf(10, place + 1)) line++;
    return { fault: `This is not a text file: there is a zero byte in line ${line}.` };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return {
      text: decoded('windows-1252', bytes),
      warning: 'This file is not valid UTF-8: it was read as Windows-1252. Save it as UTF-8, which pandoc needs.',
    };
  }
}
