/** A range of a text; offsets in UTF-16 units, end exclusive. */
export interface Range {
  start: number;
  end: number;
}

export const overlap = (one: Range, other: Range): boolean => one.start < other.end && other.start < one.end;
