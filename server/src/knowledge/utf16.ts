/** How many units one call takes: the arguments of a call lie on the stack. */
const mostAtOnce = 4096;

/** The text of the units `[from, to)`. */
export function textOfUnits(units: Uint16Array, from: number, to: number): string {
  let text = '';
  for (let at = from; at < to; at += mostAtOnce) {
    const part = units.subarray(at, Math.min(to, at + mostAtOnce));
    // Spreading a typed array goes through its iterator, which takes ten times as long.
    text += String.fromCharCode.apply(null, part as unknown as number[]);
  }
  return text;
}
