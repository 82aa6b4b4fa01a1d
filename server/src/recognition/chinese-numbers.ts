/** Numbers in Chinese characters. */

const chineseDigits = '〇一二三四五六七八九';

/** The value of a number in digits or in Chinese characters up to the hundreds: `五十三`. */
export function chineseNumber(text: string): number {
  if (/^\d/.test(text)) return Number(text);
  let sum = 0;
  let digit = 0;
  for (const character of text.replaceAll('零', '〇')) {
    if (character === '百') sum += (digit === 0 ? 1 : digit) * 100;
    else if (character === '十') sum += (digit === 0 ? 1 : digit) * 10;
    else {
      digit = chineseDigits.indexOf(character);
      continue;
    }
    digit = 0;
  }
  return sum + digit;
}
