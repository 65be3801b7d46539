import { isUtf8 } from "node:buffer";
import { TributaryError } from "../../core/TributaryError.ts";
import { isText } from "./isText.ts";

const LINE_END = 0x0a;

/**
 * Why a file whose bytes are not all text is refused, with its first line that is not. Read as if it were UTF-8, different
 * names would become the same.
 * @param bytes The whole file again, in parts of any size; undefined where it cannot be read twice.
 */
export async function foreignText(
  file: string,
  bytes: AsyncIterable<Buffer> | Iterable<Buffer> | undefined,
): Promise<TributaryError> {
  const found = bytes && (await firstForeign(bytes));
  const place = found === undefined ? file : `${file}, line ${found.line}`;
  const isNul = found !== undefined && isUtf8(found.bytes);
  const what = isNul
    ? "a NUL byte, which no text has, and UTF-16 without a mark at its beginning everywhere"
    : "bytes that are not UTF-8, such as Latin-1 and Windows-1252 have for letters with accents";
  return new TributaryError(`${place}: found ${what}.`, {
    allowed: "text in UTF-8",
    todo: 'Save the file as UTF-8 (spreadsheets call it "CSV UTF-8") and run this again.',
  });
}

/** The first line that is no text. A line's end is within no character. */
async function firstForeign(
  parts: AsyncIterable<Buffer> | Iterable<Buffer>,
): Promise<{ readonly line: number; readonly bytes: Buffer } | undefined> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  for await (const part of parts) {
    let from = 0;
    for (let end = part.indexOf(LINE_END); end >= 0; end = part.indexOf(LINE_END, from)) {
      const bytes = Buffer.concat([rest, part.subarray(from, end)]);
      if (!isText(bytes)) return { line, bytes };
      rest = Buffer.alloc(0);
      from = end + 1;
      line += 1;
    }
    rest = Buffer.concat([rest, part.subarray(from)]);
  }
  return isText(rest) ? undefined : { line, bytes: rest };
}
