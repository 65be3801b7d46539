/** Where a spreadsheet could begin a formula: at a cell's start, or after what other languages' spreadsheets part cells at. */
const FORMULA = /(?<=^|[;\t\r\n])(?=[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])|^(?=[\t\r])/gu;
const NUMBER = /^[+-]?\d+(?:\.\d+)?$/;

/** A cell that can be no formula: where one could begin, an apostrophe comes first. Numbers stay as they are. */
export function safeCell(text: string): string {
  return NUMBER.test(text) ? text : text.replaceAll(FORMULA, "'");
}
