/** A word at a place. */
interface Mark {
  readonly at: number;
  readonly label: string;
}

export interface PlacedMark extends Mark {
  /** Counted from the chart upwards. */
  readonly row: number;
  /** On which side of its place it begins. */
  readonly anchor: "start" | "end";
}

const LETTER = 6.4;
const GAP = 10;

/** Gives each word a row in which it covers none of the others; in the right half it stands on the left of its place. */
export function placeMarks(marks: readonly Mark[], width: number): PlacedMark[] {
  const rows: (readonly [from: number, until: number])[][] = [];
  return marks.map((mark) => {
    const anchor = mark.at > width / 2 ? "end" : "start";
    const length = mark.label.length * LETTER + GAP;
    const from = anchor === "start" ? mark.at : mark.at - length;
    const covers = ([a, b]: readonly [number, number]) => a < from + length && from < b;
    const free = rows.findIndex((taken) => !taken.some(covers));
    const row = free < 0 ? rows.length : free;
    rows[row] = [...(rows[row] ?? []), [from, from + length]];
    return { ...mark, row, anchor };
  });
}
