import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { foreignText } from "./foreignText.ts";
import { isText } from "./isText.ts";
import { unreadableFile } from "./unreadableFile.ts";

/** Bytes that are read at a time. */
const CHUNK = 1 << 18;

/** The bytes of a text file of the user's, in parts that end where a character does. What is not UTF-8 is refused. */
export async function* streamText(file: string): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of chunksOf(file)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = endOfText(bytes);
    const text = bytes.subarray(0, end);
    if (!isText(text)) throw await foreignText(file, await again(file));
    yield text;
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) throw await foreignText(file, await again(file));
}

async function* chunksOf(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { highWaterMark: CHUNK });
  try {
    yield* source;
  } catch (error) {
    throw unreadableFile(file, error);
  } finally {
    source.destroy();
  }
}

/** Where the last character begins that the bytes have only a part of; else their end. */
function endOfText(bytes: Buffer): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte >= 0xc0) return lengthFrom(byte) > back ? bytes.length - back : bytes.length;
    if (byte < 0x80) break;
  }
  return bytes.length;
}

/** How many bytes a character has that begins with this one. */
function lengthFrom(byte: number): number {
  if (byte >= 0xf0) return 4;
  return byte >= 0xe0 ? 3 : 2;
}

/** What comes out of a pipe is gone. */
async function again(file: string): Promise<AsyncIterable<Buffer> | undefined> {
  return (await stat(file)).isFile() ? chunksOf(file) : undefined;
}
