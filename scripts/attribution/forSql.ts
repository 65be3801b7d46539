import { createWriteStream } from "node:fs";
import { type FileHandle, open, stat } from "node:fs/promises";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { endingOf, formatOf } from "../files/duckdb/formatOf.ts";
import { streamText } from "../files/streamText.ts";
import type { Columns } from "../files/table/checkHeader.ts";
import { unreadableFile } from "../files/unreadableFile.ts";

/** How gzip and UTF-16 begin. */
const PACKED = ["\x1f\x8b", "\xff\xfe", "\xfe\xff"];

/**
 * The file that SQL reads as the readers of rows would, if its content is as usual: the file itself, or what is packed in it, in a
 * folder. Undefined where SQL would take what they refuse, or read something else: half a last line, numbers of JSON as 64
 * floating bits, an array, a pipe.
 */
export async function forSql(
  file: string,
  columns: Columns,
  folder: string,
): Promise<string | undefined> {
  const state = await stat(file).catch((error) => {
    throw unreadableFile(file, error);
  });
  if (!state.isFile()) return undefined;
  if (formatOf(file) === "parquet") return file;
  if (endingOf(file) === ".json") return undefined;
  if (formatOf(file) === "jsonl" && columns.amounts !== undefined) return undefined;
  const unpacked = (await isPacked(file)) ? await unpack(file, folder) : file;
  const mayEndSo = formatOf(file) === "jsonl" || columns.mayBeCut === true;
  return mayEndSo || (await endsWithLine(unpacked)) ? unpacked : undefined;
}

async function isPacked(file: string): Promise<boolean> {
  const beginning = await bytesAt(file, () => 0, 2);
  return PACKED.includes(beginning.toString("latin1"));
}

async function unpack(file: string, folder: string): Promise<string> {
  const unpacked = join(folder, `unpacked${endingOf(file)}`);
  await pipeline(streamText(file), createWriteStream(unpacked));
  return unpacked;
}

async function endsWithLine(file: string): Promise<boolean> {
  const [last] = await bytesAt(file, (size) => Math.max(0, size - 1), 1);
  return last === 0x0a;
}

async function bytesAt(
  file: string,
  placeIn: (size: number) => number,
  length: number,
): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file);
    const { size } = await handle.stat();
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, placeIn(size));
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle?.close();
  }
}
