/** What parts the fields of a CSV file, and after how many lines of its own the header comes. */
export interface Delimiter {
  readonly delimiter: "," | ";" | "\t" | "|";
  readonly skipped: number;
}

const OTHERS = [";", "\t", "|"] as const;

/** A header without commas may have another mark between its columns. Spreadsheets may say theirs in a line before: `sep=;`. */
export function delimiterOf(beginning: string): Delimiter {
  const [first = "", second = ""] = beginning.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/, 2);
  const said = /^"?sep=([,;\t|])"?$/i.exec(first)?.[1];
  const header = (said === undefined ? first : second).replaceAll(/"[^"]*"/g, "");
  const found = header.includes(",") ? undefined : OTHERS.find((mark) => header.includes(mark));
  return {
    delimiter: OTHERS.find((mark) => mark === said) ?? found ?? ",",
    skipped: said === undefined ? 0 : 1,
  };
}
