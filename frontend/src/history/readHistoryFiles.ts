import { decodePart } from "@core/history/files/decodePart";
import { HistoryFileError } from "@core/history/files/HistoryFileError";
import {
  type HistoryIndex,
  INDEX_FILE,
  type IndexedPart,
  parseIndex,
} from "@core/history/files/HistoryIndex";
import type { HistoryPart } from "@core/history/files/HistoryPart";
import type { MinedLog } from "@core/logs/MinedLog";
import { sha256 } from "viem";
import type { HistorySource } from "./HistorySource";
import type { BlockRange } from "./ReadBlocks";

/** Parts that are fetched at once. */
const AT_ONCE = 4;

const GZIP = [0x1f, 0x8b];

/** The list of a program's history files; only the parts that are proved. */
export async function readHistoryIndex(
  files: string,
  { chainId, address }: Pick<HistorySource, "chainId" | "address">,
): Promise<HistoryIndex> {
  const response = await fetchFile(`${files}${INDEX_FILE}`, "no-cache");
  const index = parseIndex(await response.json());
  if (index.chainId !== chainId || index.program !== address)
    throw new HistoryFileError(INDEX_FILE, `${index.program} on chain ${index.chainId}`);
  return { ...index, parts: index.parts.slice(0, index.proved) };
}

/** The logs of some parts, the newest first. */
export async function* readHistoryParts(
  files: string,
  index: HistoryIndex,
  parts: readonly IndexedPart[],
): AsyncGenerator<BlockRange<MinedLog>, void> {
  const waiting = parts.toReversed();
  const begin = (): Promise<BlockRange<MinedLog>>[] =>
    waiting.splice(0, 1).map((part) => {
      const reading = readPart(files, index, part);
      // It may fail while another is waited for; its own turn tells.
      reading.catch(() => {});
      return reading;
    });
  const running = Array.from({ length: AT_ONCE }, begin).flat();
  for (let next = running.shift(); next !== undefined; next = running.shift()) {
    const range = await next;
    running.push(...begin());
    yield range;
  }
}

async function readPart(
  files: string,
  { chainId, program }: HistoryIndex,
  { from, to, events, sha256: hash }: IndexedPart,
): Promise<BlockRange<MinedLog>> {
  const name = `${hash.slice(2)}.json.gz`;
  const response = await fetchFile(`${files}${name}`, "default");
  const bytes = await unpack(await response.arrayBuffer());
  if (sha256(bytes) !== hash) throw new HistoryFileError(name, "another hash");
  const content: HistoryPart = JSON.parse(new TextDecoder().decode(bytes));
  const logs = decodePart(content, { chainId, program, from, to, events }, name);
  return { from: BigInt(from), to: BigInt(to), logs };
}

async function fetchFile(url: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(url, { cache });
  if (!response.ok) throw new HistoryFileError(url, `HTTP ${response.status}`);
  return response;
}

/** Hosts may unpack a file on its way. */
async function unpack(packed: ArrayBuffer): Promise<Uint8Array> {
  const bytes = new Uint8Array(packed);
  if (GZIP.some((byte, index) => bytes[index] !== byte)) return bytes;
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
