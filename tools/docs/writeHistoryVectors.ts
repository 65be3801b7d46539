import { readFileSync, writeFileSync } from "node:fs";
import {
  type AbiEvent,
  type AbiParameter,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  keccak256,
  numberToHex,
  stringToHex,
} from "viem";
import { hashLog } from "../../core/batches/hashLog.ts";
import { foldHash } from "../../core/history/foldHash.ts";
import { joinWord } from "../../core/history/HistoryWord.ts";
import { HOW_PROVED } from "../../core/history/HOW_PROVED.ts";
import { programAbi } from "../../generated/abis/Program.ts";

// Adds to test/vectors/history.json a call for each event that is folded and stands in none yet, or has other parameters now. The
// first calls stay: docs/history.md shows them. A test works all of it out anew by the documented steps alone.

const FILE = new URL("../../test/vectors/history.json", import.meta.url);
/** The calls that docs/history.md shows. */
const SHOWN = 3;
const BLOCKS = 7_200;
const SECONDS = 14_400;

interface Call {
  readonly call: string;
  readonly block: number;
  readonly time: number;
  readonly logs: readonly {
    readonly event: string;
    readonly topics: Hex[];
    readonly data: Hex;
    readonly hash: Hex;
  }[];
  readonly before: Hex;
  readonly digest: Hex;
  readonly after: Hex;
}

const vectors: { calls: Call[] } = JSON.parse(readFileSync(FILE, "utf8"));
const calls = vectors.calls.slice(0, SHOWN);
const known = new Set(calls.flatMap(({ logs }) => logs.map(({ event }) => event)));
for (const event of programAbi.filter((item): item is Extract<typeof item, AbiEvent> => {
  return item.type === "event" && HOW_PROVED[item.name].how === "folded" && !known.has(item.name);
}))
  calls.push(inventCall(event, calls.at(-1)));
writeFileSync(FILE, `${JSON.stringify({ ...vectors, calls }, undefined, 2)}\n`);

function inventCall(event: AbiEvent, before: Call | undefined): Call {
  const log = inventLog(event);
  const hash = hashLog(log);
  const block = (before?.block ?? 0) + BLOCKS;
  const time = (before?.time ?? 0) + SECONDS;
  const previous = BigInt(before?.after ?? 0);
  const folded = { previous, block: BigInt(block), time: BigInt(time), hashes: [hash] };
  const after = joinWord({ hash: foldHash(folded), block: folded.block });
  const [call = ""] = HOW_PROVED[event.name as keyof typeof HOW_PROVED].by;
  return {
    ...{ call, block, time, logs: [{ event: event.name, ...log, hash }] },
    ...{ before: toWord(previous), digest: keccak256(hash), after: toWord(after) },
  };
}

/** A log with values that tell its parameters apart. */
function inventLog(event: AbiEvent): { topics: Hex[]; data: Hex } {
  const args = Object.fromEntries(
    event.inputs.map((input, place) => [input.name ?? "", inventValue(input, place + 1)]),
  );
  const abi = [event];
  const topics = encodeEventTopics({ abi, eventName: event.name, args } as never) as Hex[];
  const inData = event.inputs.filter(({ indexed }) => indexed !== true);
  const data = encodeAbiParameters(
    inData,
    inData.map(({ name }) => args[name ?? ""]),
  );
  return { topics, data };
}

function inventValue(input: AbiParameter, place: number): unknown {
  const { type } = input;
  const list = /^(.*)\[\]$/.exec(type);
  if (list !== null)
    return [place, place + 1].map((one) => inventValue({ ...input, type: list[1] ?? "" }, one));
  if ("components" in input)
    return Object.fromEntries(
      input.components.map((one, inside) => [one.name, inventValue(one, place * 16 + inside)]),
    );
  if (type === "string") return `words ${place}`;
  if (type === "bool") return place % 2 === 1;
  if (type === "address") return numberToHex(0xa000 + place, { size: 20 });
  if (type === "bytes32") return stringToHex(`id-${place}`, { size: 32 });
  const bits = Number(/\d+/.exec(type)?.[0] ?? 256);
  return bits > 48 ? BigInt(place) * 1_000_003n : place;
}

function toWord(value: bigint): Hex {
  return numberToHex(value, { size: 32 });
}
