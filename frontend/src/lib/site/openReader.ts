import {
  type Account,
  type Chain,
  type Client,
  createClient,
  type PublicActions,
  type PublicRpcSchema,
  type Transport,
} from "viem";
import {
  call,
  getBalance,
  getBlock,
  getBlockNumber,
  getChainId,
  getCode,
  getTransactionReceipt,
  readContract,
} from "viem/actions";
import { transportOf } from "./transportOf";

type Questions = Pick<
  PublicActions,
  | "call"
  | "getBalance"
  | "getBlock"
  | "getBlockNumber"
  | "getChainId"
  | "getCode"
  | "getTransactionReceipt"
  | "readContract"
>;

/** A client of the few questions that the page asks a node: viem's public client, with all there are, weighs as much as the page. */
export type Reader = Client<
  Transport,
  Chain | undefined,
  Account | undefined,
  PublicRpcSchema,
  Questions
>;

export function openReader(rpcUrl: string, chain?: Chain): Reader {
  return readerOf(createClient({ ...(chain && { chain }), transport: transportOf(rpcUrl) }));
}

export function readerOf(client: Client): Reader {
  return client.extend(questionsOf) as Reader;
}

function questionsOf(client: Client): Questions {
  return {
    call: (asked) => call(client, asked),
    getBalance: (asked) => getBalance(client, asked),
    getBlock: (asked) => getBlock(client, asked),
    getBlockNumber: (asked) => getBlockNumber(client, asked),
    getChainId: () => getChainId(client),
    getCode: (asked) => getCode(client, asked),
    getTransactionReceipt: (asked) => getTransactionReceipt(client, asked),
    readContract: (asked) => readContract(client, asked),
  };
}
