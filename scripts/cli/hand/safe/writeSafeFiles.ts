import { writeFile } from "node:fs/promises";
import { type Address, size } from "viem";
import type { RecordedCall } from "../../../chain/recording/Recording.ts";
import { partPath } from "../partPath.ts";
import { checksumOf } from "./checksumOf.ts";
import type { SafeBatch } from "./SafeBatch.ts";
import { toSafeTransaction } from "./toSafeTransaction.ts";

/** Of the calls of one file, which a Safe makes in one transaction: below 2^24 gas (EIP-7825) with room for the Safe's own. */
const MOST_GAS = 15_000_000n;
/** Nodes pass on transactions of 128 KiB, signatures and all. */
const MOST_BYTES = 120_000;
/** What a call takes besides: its place in the batch, and its word with the token or program. */
const BYTES = 85 + 32;
const BUILDER = "1.18.0";

interface SafeFile {
  readonly path: string;
  readonly calls: readonly RecordedCall[];
}

/** Writes calls for the Transaction Builder, as many files as they take transactions: batch.json, batch-2.json and so on. */
export async function writeSafeFiles(
  path: string,
  chainId: number,
  safe: Address,
  calls: readonly RecordedCall[],
): Promise<SafeFile[]> {
  const files = cut(calls).map((part, index) => ({ path: partPath(path, index), calls: part }));
  for (const [index, file] of files.entries()) {
    const batch = toBatch(chainId, safe, file.calls, `${index + 1} of ${files.length}`);
    await writeFile(file.path, `${JSON.stringify(batch, undefined, 2)}\n`);
  }
  return files;
}

function toBatch(
  chainId: number,
  safe: Address,
  calls: readonly RecordedCall[],
  part: string,
): SafeBatch {
  const meta = {
    name: "Tributary",
    description: `Transaction ${part}: ${calls.map(({ functionName }) => functionName).join(", ")}`,
    txBuilderVersion: BUILDER,
    createdFromSafeAddress: safe,
    createdFromOwnerAddress: "" as const,
  };
  const batch: SafeBatch = {
    ...{ version: "1.0", chainId: String(chainId), createdAt: Date.now() },
    ...{ meta, transactions: calls.map(toSafeTransaction) },
  };
  return { ...batch, meta: { ...meta, checksum: checksumOf(batch) } };
}

/** In order, each part as large as a transaction may be. */
function cut(calls: readonly RecordedCall[]): RecordedCall[][] {
  const parts: RecordedCall[][] = [];
  let [gas, bytes] = [0n, 0];
  for (const call of calls) {
    const own = size(call.data) + BYTES;
    const takes = call.gas ?? 0n;
    const last = parts.at(-1);
    if (last !== undefined && gas + takes <= MOST_GAS && bytes + own <= MOST_BYTES) {
      last.push(call);
      gas += takes;
      bytes += own;
    } else {
      parts.push([call]);
      [gas, bytes] = [takes, own];
    }
  }
  return parts;
}
