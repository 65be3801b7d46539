/** What stands before an amount's decimals. The other one may part its thousands. */
export type DecimalMark = "." | ",";

/**
 * Which decimal mark an amount shows: a mark before other than three digits, the last of both, or the other one of a mark that
 * occurs twice. "either" where one mark could part thousands as well as decimals; undefined where there is none.
 */
export function decimalMarkOf(text: string): DecimalMark | "either" | undefined {
  const marks = text.match(/[.,]/g) ?? [];
  const last = marks.at(-1);
  if (last !== "." && last !== ",") return undefined;
  const other = last === "." ? "," : ".";
  if (marks.some((mark) => mark === other)) return last;
  if (marks.length > 1) return other;
  const [before = "", after = ""] = text.split(last);
  const mayPartThousands = /(?:^|\D)[1-9]\d{0,2}$/.test(before) && /^\d{3}(?:\D|$)/.test(after);
  return mayPartThousands ? "either" : last;
}
