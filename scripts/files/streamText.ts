import { stat } from "node:fs/promises";
import { decodedBytes } from "./decodedBytes.ts";
import { foreignText } from "./foreignText.ts";
import { isText } from "./isText.ts";
import { unpackedBytes } from "./unpackedBytes.ts";

/**
 * The bytes of a text file of the user's as UTF-8, in parts that end where a character does. It may be packed by gzip, and UTF-16
 * where its beginning says so; what is otherwise not UTF-8 is refused.
 * @param tell Told the bytes that were read of the file itself, as they come.
 */
export async function* streamText(
  file: string,
  tell?: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of decodedBytes(file, unpackedBytes(file, tell))) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = endOfText(bytes);
    const text = bytes.subarray(0, end);
    if (!isText(text)) throw await foreignText(file, await again(file));
    yield text;
    rest = bytes.subarray(end);
  }
  if (rest.length > 0) throw await foreignText(file, await again(file));
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
  return (await stat(file)).isFile() ? decodedBytes(file, unpackedBytes(file)) : undefined;
}
