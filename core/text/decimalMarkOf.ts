import { type DecimalMark, plainAmount } from "./plainAmount.ts";

const MARKS = [".", ","] as const;

/**
 * Which decimal mark an amount shows: a mark before other than three digits, the last of both, or the other one of a mark that
 * occurs twice. "either" where one mark could part thousands as well as decimals; undefined where there is none, or no amount.
 */
export function decimalMarkOf(text: string): DecimalMark | "either" | undefined {
  const mark = markIn(text);
  if (mark === undefined) return undefined;
  const readings = (mark === "either" ? MARKS : [mark]).map((one) => plainAmount(text, one));
  return readings.includes(undefined) ? undefined : mark;
}

function markIn(text: string): DecimalMark | "either" | undefined {
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
