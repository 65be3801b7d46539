import { createReadStream } from "node:fs";
import { pipeline, Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { TributaryError } from "../../core/TributaryError.ts";
import { unreadableFile } from "./unreadableFile.ts";

/** Bytes that are read at a time. */
const CHUNK = 1 << 18;

/**
 * The bytes of a file of the user's; of one that gzip has packed, which its first bytes say whatever its name, what is in it.
 * @param tell Told the bytes that were read of the file itself, as they come.
 */
export async function* unpackedBytes(
  file: string,
  tell: (bytes: number) => void = () => undefined,
): AsyncGenerator<Buffer> {
  const chunks = chunksOf(file, tell);
  const { value: first = Buffer.alloc(0) } = await chunks.next();
  const all = joined(first, chunks);
  if (first[0] === 0x1f && first[1] === 0x8b) yield* unpacked(file, all);
  else yield* all;
}

async function* chunksOf(file: string, tell: (bytes: number) => void): AsyncGenerator<Buffer> {
  const source = createReadStream(file, { highWaterMark: CHUNK });
  try {
    for await (const chunk of source) {
      tell(chunk.length);
      yield chunk;
    }
  } catch (error) {
    throw unreadableFile(file, error);
  } finally {
    source.destroy();
  }
}

async function* joined(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

async function* unpacked(file: string, packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unpacker = pipeline(Readable.from(packed), createGunzip(), () => undefined);
  try {
    yield* unpacker;
  } catch (error) {
    if (error instanceof TributaryError) throw error;
    throw new TributaryError(`${file} is cut off or damaged: it cannot be unpacked whole.`, {
      found: error instanceof Error ? error.message : String(error),
      todo: "Copy or export it again.",
    });
  }
}
