import { RowError } from "./RowError.ts";

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Passes on a text whose last line ends. One that does not may be half of a line that is being written, or of a copy that was cut
 * off: 11 of 1180.00. It is refused before the line is read.
 */
export async function* wholeLines(
  file: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer> {
  let held: Buffer | undefined;
  let lines = 1;
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    if (held !== undefined) {
      lines += countLines(held);
      yield held;
    }
    held = chunk;
  }
  if (held === undefined) return;
  const last = held[held.length - 1];
  if (last === LINE_FEED || last === CARRIAGE_RETURN) yield held;
  else
    throw new RowError(
      file,
      lines + countLines(held),
      undefined,
      "the last line has no line end, so it may be half of a line",
      "a line end after the last line, too",
      "Wait until the file is whole, or copy it again; where it is whole, add a line end.",
    );
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1))
    lines += 1;
  return lines;
}
