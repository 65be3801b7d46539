import type { ChainType, NetworkConnection } from "hardhat/types/network";
import {
  type Address,
  getAddress,
  type Hash,
  type Hex,
  keccak256,
  numberToHex,
  stringToHex,
} from "viem";
import { causesOf } from "../../../core/logs/causesOf.ts";
import { type Chain, openChain } from "../openChain.ts";
import { AFTER_CALLS } from "./AFTER_CALLS.ts";
import { nameOfCall } from "./decodeCall.ts";
import { encodeCalls, type ValueCall } from "./encodeCalls.ts";
import { gasOfCall } from "./gasOfCall.ts";
import type { RecordedCall, Recording } from "./Recording.ts";

type Connection = NetworkConnection<ChainType | string>;

interface Request {
  readonly from?: Address;
  readonly to?: Address;
  readonly data?: Hex;
  readonly input?: Hex;
  readonly value?: Hex;
}

/** Stands for a contract that a question creates, and that no chain has. */
const ASKING = "0x00000000000000000000000000000000A5C0DE00";

/**
 * A chain on which whatever is sent is written down and goes nowhere. It counts as mined: what is asked afterwards is asked as if
 * the calls had been made, by code that is lent to the account for one question. Only the events of those calls are not seen.
 * @param account Who is to act, with or without a key; undefined for the network's own accounts.
 */
export async function openRecordingChain(
  connection: Connection,
  account: Address | undefined,
): Promise<{ chain: Chain; recording: Recording }> {
  const recording = createRecording(account);
  const { calls } = recording;
  const { provider } = connection;
  const ask = (method: string, ...params: unknown[]) => provider.request({ method, params });

  /** A question as if the recorded calls had been made. */
  const askAfter = (asked: Request, rest: readonly unknown[]): Promise<unknown> => {
    const [first] = calls;
    if (first === undefined) return ask("eth_call", asked, ...rest);
    const data = asked.data ?? asked.input ?? "0x";
    const last: ValueCall =
      asked.to === undefined
        ? { to: ASKING, value: 0n, data: "0x" }
        : { to: asked.to, value: BigInt(asked.value ?? "0x0"), data };
    // The question comes from whoever makes the calls; a view does not care.
    const { from: own } = first;
    const lent = {
      [own]: { code: AFTER_CALLS },
      ...(asked.to === undefined && { [ASKING]: { code: data } }),
    };
    const request = { from: own, to: own, data: encodeCalls([...calls, last]) };
    return ask("eth_call", request, "latest", lent).catch((error: unknown) => {
      // Where an RPC lends no code, what follows from the calls is not seen.
      if (isRefusal(error)) throw error;
      return ask("eth_call", asked, ...rest);
    });
  };
  const estimate = async (request: Request): Promise<bigint | undefined> => {
    const { from } = request;
    if (calls.length === 0 || from === undefined) {
      return BigInt(String(await ask("eth_estimateGas", request)));
    }
    return gasOfCall(ask, from, calls, toCall(request)).catch((error: unknown) => {
      if (isRefusal(error)) throw error;
      return undefined;
    });
  };
  const take = async (request: Request): Promise<Hash> => {
    const gas = await estimate(request);
    const call = toCall(request);
    const from = getAddress(request.from ?? account ?? ASKING);
    return recording.add({ ...call, from, functionName: nameOfCall(call.data), gas });
  };
  /** How what matters here is answered; all else goes to the node. */
  const answers: Readonly<Record<string, (...params: unknown[]) => unknown>> = {
    eth_accounts: () => (account === undefined ? ask("eth_accounts") : [account]),
    eth_sendTransaction: (sent) => take(sent as Request),
    eth_call: (asked, ...rest) =>
      isOfNow(rest) ? askAfter(asked as Request, rest) : ask("eth_call", asked, ...rest),
    eth_estimateGas: async (asked) => numberToHex((await estimate(asked as Request)) ?? 0n),
    eth_getTransactionReceipt: (hash) => {
      const call = recording.find(String(hash));
      return call === undefined ? ask("eth_getTransactionReceipt", hash) : receiptOf(hash, call);
    },
  };
  const request: typeof provider.request = async ({ method, params }) => {
    const answer = answers[method];
    if (answer !== undefined) return answer(...(Array.isArray(params) ? params : []));
    if (method.startsWith("eth_send")) throw new Error(`${method} where nothing is sent`);
    return provider.request({ method, ...(params !== undefined && { params }) });
  };
  const recorded: Connection = Object.create(connection, { provider: { value: { request } } });
  return { chain: { ...(await openChain(recorded)), recording }, recording };
}

/** Whether a question is of the chain's newest state, and lends no code itself. */
function isOfNow([block = "latest", ...overrides]: readonly unknown[]): boolean {
  return overrides.length === 0 && (block === "latest" || block === "pending");
}

/** Whether a contract has refused, not the node. */
function isRefusal(error: unknown): boolean {
  return causesOf(error).some(({ message }) => /revert/i.test(message));
}

function toCall({ to, data, input, value = "0x0" }: Request): ValueCall {
  if (to === undefined) throw new Error("a contract's creation where nothing is sent");
  return { to: getAddress(to), value: BigInt(value), data: data ?? input ?? "0x" };
}

function createRecording(account: Address | undefined) {
  const calls: RecordedCall[] = [];
  const hashes = new Map<string, RecordedCall>();
  let count = 0;
  return {
    ...{ account, calls },
    add(call: RecordedCall): Hash {
      calls.push(call);
      count += 1;
      const hash = keccak256(stringToHex(`recorded ${count}`));
      hashes.set(hash, call);
      return hash;
    },
    find: (hash: string) => hashes.get(hash),
    clear() {
      calls.length = 0;
    },
  };
}

function receiptOf(hash: unknown, { to, gas = 0n }: RecordedCall) {
  return {
    ...{ transactionHash: hash, to, status: "0x1", logs: [], type: "0x2", contractAddress: null },
    ...{ gasUsed: numberToHex(gas), cumulativeGasUsed: numberToHex(gas), effectiveGasPrice: "0x0" },
    ...{ blockNumber: "0x0", blockHash: hash, transactionIndex: "0x0", logsBloom: "0x" },
  };
}
