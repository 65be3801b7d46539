import { setTimeout as sleep } from "node:timers/promises";
import {
  type Abi,
  type AbiParameter,
  type ContractFunctionParameters,
  decodeFunctionResult,
  encodeFunctionData,
  type Hex,
  type MulticallReturnType,
  prepareEncodeFunctionData,
} from "viem";
import { TributaryError } from "../../core/TributaryError.ts";
import { formatIsoTime } from "../../core/text/formatIsoTime.ts";
import { isLost } from "./isLost.ts";
import { bytesOf, callMany, MOST_ASKED, type RawCall } from "./many/callMany.ts";
import type { Chain } from "./openChain.ts";

/** Calls per request, and requests under way at once. */
const TOGETHER = 100;
const AT_ONCE = 4;
/** Bytes of answers per request that are safe, and what an answer of no fixed size usually takes. */
const MOST_ANSWERED = 24_000;
const USUAL = 2_000;
const ANSWER_HEAD = 2;
const WORD = 32;

interface Read extends RawCall {
  /** Bytes that its answer takes, as far as one can know. */
  readonly answer: number;
  readonly parameters: ContractFunctionParameters;
}

/** What is known of a function, worked out once. */
interface Prepared {
  readonly abi: Abi;
  readonly functionName: string;
  readonly answer: number;
}
const PREPARED = new WeakMap<Abi, Map<string, Prepared>>();

/** How often an RPC that answers from an older block is asked again, and the first pause in milliseconds, which doubles. */
const LOOKS = 5;
const FIRST_PAUSE = 100;

/**
 * Many reads in few requests, at one block where one is named: an answer from an older one, by an RPC that lags behind, is
 * asked for again, and not taken in the end. Needs no contract on the chain.
 * @param tell Told how many were read, as they come.
 */
export async function readMany<const Calls extends readonly ContractFunctionParameters[]>(
  chain: Chain,
  contracts: Calls,
  blockNumber?: bigint,
  tell: (count: number) => void = () => undefined,
): Promise<MulticallReturnType<Calls, false>> {
  const batches = inBatches(contracts.map(toRead));
  const answers: unknown[][] = [];
  const next = batches.entries();
  const at = blockNumber === undefined ? undefined : await findBlock(chain, blockNumber);
  const work = async () => {
    for (const [index, batch] of next) {
      answers[index] = await readBatch(chain, batch, at);
      tell(batch.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers.flat() as unknown as MulticallReturnType<Calls, false>;
}

/** Reads in one request; where it is refused, in two: the answers may be too long, or one of the reads fails. */
async function readBatch(
  chain: Chain,
  batch: readonly Read[],
  at: Place | undefined,
): Promise<unknown[]> {
  const [first] = batch;
  if (first === undefined) return [];
  try {
    const answers = await askAt(chain, batch, at);
    return batch.map(({ parameters }, index) => decode(parameters, answers[index] ?? "0x"));
  } catch (error) {
    if (isLost(error) || error instanceof TributaryError) throw error;
    // Alone it has no limits to keep, and its error tells what is wrong.
    if (batch.length === 1) return [await readOne(chain, first, at?.number)];
    const half = Math.ceil(batch.length / 2);
    return [
      ...(await readBatch(chain, batch.slice(0, half), at)),
      ...(await readBatch(chain, batch.slice(half), at)),
    ];
  }
}

/** A block, by its number and its time. */
interface Place {
  readonly number: bigint;
  readonly timestamp: bigint;
}

async function findBlock({ client }: Chain, blockNumber: bigint): Promise<Place> {
  return client.getBlock({ blockNumber });
}

/** The answers say themselves of when they are. */
async function askAt(
  chain: Chain,
  batch: readonly Read[],
  at: Place | undefined,
): Promise<readonly Hex[]> {
  for (let looks = 1; ; looks++) {
    const { time, answers } = await callMany(chain, batch, at?.number);
    if (at === undefined || time >= at.timestamp) return answers;
    if (looks >= LOOKS) throw new OldAnswerError(at, time);
    await sleep(FIRST_PAUSE * 2 ** looks);
  }
}

class OldAnswerError extends TributaryError {
  override readonly name = "OldAnswerError";

  constructor({ number, timestamp }: Place, time: bigint) {
    super("The RPC answers from an older block than it is asked for.", {
      found: `the state of ${formatIsoTime(Number(time))}`,
      allowed: `that of block ${number}, of ${formatIsoTime(Number(timestamp))}`,
      todo: "Wait until it has caught up, or use another RPC; then run this again.",
    });
  }
}

function readOne(
  { client }: Chain,
  { parameters }: Read,
  blockNumber: bigint | undefined,
): Promise<unknown> {
  return client.readContract({
    ...(parameters as Parameters<typeof client.readContract>[0]),
    ...(blockNumber !== undefined && { blockNumber }),
  });
}

function inBatches(reads: readonly Read[]): Read[][] {
  const batches: Read[][] = [];
  let batch: Read[] = [];
  let asked = 0;
  let answered = 0;
  for (const read of reads) {
    asked += bytesOf(read);
    answered += read.answer;
    const isFull = batch.length === TOGETHER || asked > MOST_ASKED || answered > MOST_ANSWERED;
    if (batch.length > 0 && isFull) {
      batches.push(batch);
      batch = [];
      asked = bytesOf(read);
      answered = read.answer;
    }
    batch.push(read);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}

function toRead(parameters: ContractFunctionParameters): Read {
  const { address, args } = parameters;
  const { abi, functionName, answer } = preparedOf(parameters);
  const data = encodeFunctionData({ abi, functionName, args: args ?? [] });
  return { to: address, data, parameters, answer };
}

function decode(parameters: ContractFunctionParameters, data: Hex): unknown {
  const { abi } = preparedOf(parameters);
  return decodeFunctionResult({ abi, data });
}

function preparedOf({ abi, functionName }: ContractFunctionParameters): Prepared {
  const known = PREPARED.get(abi as Abi) ?? new Map<string, Prepared>();
  PREPARED.set(abi as Abi, known);
  const found = known.get(functionName);
  if (found !== undefined) return found;
  const encoded = prepareEncodeFunctionData({ abi: abi as Abi, functionName });
  const [item] = encoded.abi as Abi;
  const outputs = item?.type === "function" ? item.outputs : [];
  const prepared = { ...encoded, answer: ANSWER_HEAD + answerSize(outputs) };
  known.set(functionName, prepared as Prepared);
  return prepared as Prepared;
}

/** The bytes of values of some types. */
function answerSize(types: readonly AbiParameter[]): number {
  let sum = 0;
  for (const one of types) {
    if ("components" in one && one.type === "tuple") sum += answerSize(one.components);
    else sum += /\[|^string$|^bytes$/.test(one.type) ? USUAL : WORD;
  }
  return sum;
}
