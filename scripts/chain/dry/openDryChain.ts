import type { ChainType, NetworkConnection } from "hardhat/types/network";
import {
  type Address,
  decodeFunctionData,
  erc20Abi,
  type Hash,
  type Hex,
  keccak256,
  numberToHex,
  stringToHex,
} from "viem";
import { EXPLAINED_ABI } from "../../../core/messages/EXPLAINED_ABI.ts";
import { type Chain, openChain } from "../openChain.ts";

/** A transaction that would be sent. */
export interface DryCall {
  readonly functionName: string;
  readonly to: Address;
  /** In wei. */
  readonly value: bigint;
  /** As the node estimates it; undefined where that depends on the calls before. */
  readonly gas: bigint | undefined;
}

interface Request {
  readonly from: Address;
  readonly to: Address;
  readonly data?: Hex;
  readonly value?: Hex;
}

/**
 * A chain on which whatever is sent is written down and goes nowhere: it counts as mined, without effect. What follows from the
 * effect of a call is therefore not seen.
 */
export async function openDryChain(
  connection: NetworkConnection<ChainType | string>,
): Promise<{ chain: Chain; calls: readonly DryCall[] }> {
  const calls: DryCall[] = [];
  const hashes = new Map<string, DryCall>();
  const { provider } = connection;
  const take = async (request: Request): Promise<Hash> => {
    const gas = await provider.request({ method: "eth_estimateGas", params: [request] }).then(
      (found) => BigInt(String(found)),
      (error: unknown) => {
        if (calls.length > 0) return undefined;
        throw error;
      },
    );
    const { to, value = "0x0" } = request;
    const call = { functionName: nameOf(request.data), to, value: BigInt(value), gas };
    calls.push(call);
    const hash = keccak256(stringToHex(`dry ${calls.length}`));
    hashes.set(hash, call);
    return hash;
  };
  const request: typeof provider.request = async ({ method, params }) => {
    const [first] = Array.isArray(params) ? params : [];
    if (method === "eth_sendTransaction") return take(first as Request);
    const call = hashes.get(String(first));
    if (method === "eth_getTransactionReceipt" && call !== undefined) return receiptOf(first, call);
    // Refused for want of what the calls before would have done.
    if (method === "eth_estimateGas" && calls.length > 0) {
      return provider.request({ method, params: [first] }).catch(() => "0x0");
    }
    if (method.startsWith("eth_send")) throw new Error(`${method} in a dry run`);
    return provider.request({ method, ...(params !== undefined && { params }) });
  };
  const dry: typeof connection = Object.create(connection, { provider: { value: { request } } });
  return { chain: await openChain(dry), calls };
}

function nameOf(data: Hex = "0x"): string {
  try {
    return decodeFunctionData({ abi: [...EXPLAINED_ABI, ...erc20Abi], data }).functionName;
  } catch {
    return "transfer of ETH";
  }
}

function receiptOf(hash: unknown, { to, gas = 0n }: DryCall) {
  return {
    ...{ transactionHash: hash, to, status: "0x1", logs: [], type: "0x2", contractAddress: null },
    ...{ gasUsed: numberToHex(gas), cumulativeGasUsed: numberToHex(gas), effectiveGasPrice: "0x0" },
    ...{ blockNumber: "0x0", blockHash: hash, transactionIndex: "0x0", logsBloom: "0x" },
  };
}
