import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { type Address, formatEther } from "viem";
import { sum } from "../../../core/money/sum.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { counted } from "../../../core/text/counted.ts";
import { joinWords } from "../../../core/text/joinWords.ts";
import type { Chain } from "../../chain/openChain.ts";
import { openRecordingChain } from "../../chain/recording/openRecordingChain.ts";
import type { RecordedCall } from "../../chain/recording/Recording.ts";
import type { Output } from "../Output.ts";
import { subjectOf } from "../subjectOf.ts";
import { actingAccount } from "./actingAccount.ts";
import { writeSafeFiles } from "./safe/writeSafeFiles.ts";
import type { SendingOptions } from "./waysToSend.ts";

/** Runs a command with nothing sent, and gives away what it would send: as files for a Safe, or printed. */
export async function handOut(
  connection: NetworkConnection<ChainType | string>,
  options: SendingOptions,
  run: (chain: Chain) => Promise<Output>,
): Promise<Output> {
  const account = actingAccount(options);
  const { chain, recording } = await openRecordingChain(connection, account);
  if (options.safe !== undefined) await requireSafe(chain, account);
  const output = await run(chain);
  const { calls } = recording;
  const [first] = calls;
  if (first === undefined) {
    return {
      ...output,
      json: { ...output.json, calls: [] },
      text: `${output.text}\nThere is nothing to hand out.`,
    };
  }
  const { from } = first;
  const files =
    options.safe === undefined
      ? []
      : await writeSafeFiles(options.safe, chain.chainId, from, calls);
  return {
    json: {
      ...{ ...subjectOf(output), ...output.beside?.json },
      ...{ chainId: chain.chainId, from, calls: calls.map(toJson) },
      ...(files.length > 0 && { files: files.map(({ path }) => path) }),
    },
    text: [
      files.length > 0 ? tellFiles(files, from) : tellCalls(calls, from),
      ...(output.beside?.lines ?? []),
    ].join("\n"),
    ...(output.failed !== undefined && { failed: output.failed }),
  };
}

/** A Safe has code: calls from an address without any are somebody's who has a key. */
async function requireSafe({ client, networkName }: Chain, account: Address | undefined) {
  if (account === undefined) {
    throw new TributaryError("Which Safe is to act?", {
      todo: "Give its address: --from 0x…",
    });
  }
  const code = await client.getCode({ address: account });
  if (code !== undefined && code !== "0x") return;
  throw new TributaryError(`There is no Safe at ${account} on the network "${networkName}".`, {
    found: "no contract there",
    todo: "Give the Safe's address with --from and its network with --network; for an account with a key leave --safe out, or use --calldata.",
  });
}

function toJson({ functionName, to, value, data, gas }: RecordedCall) {
  return {
    ...{ function: functionName, to, value: String(value), data },
    gas: gas === undefined ? null : Number(gas),
  };
}

function tellCalls(calls: readonly RecordedCall[], from: Address): string {
  return [
    `Nothing was sent. ${from} is to make ${counted(calls.length, "call")}, in this order:`,
    ...calls.flatMap(({ functionName, to, value, data }) => [
      "",
      functionName,
      `  to    ${to}`,
      `  value ${value}${value === 0n ? "" : ` (${formatEther(value)} ETH)`}`,
      `  data  ${data}`,
    ]),
  ].join("\n");
}

function tellFiles(
  files: readonly { readonly path: string; readonly calls: readonly RecordedCall[] }[],
  from: Address,
): string {
  const count = sum(files.map(({ calls }) => BigInt(calls.length)));
  const paths = joinWords(files.map(({ path }) => path));
  const names = files.flatMap(({ calls }) =>
    calls.map((call) => `  ${call.functionName} at ${call.to}`),
  );
  return [
    `Nothing was sent. ${counted(Number(count), "call")} for the Safe ${from} ${count === 1n ? "is" : "are"} in ${paths}:`,
    ...names,
    files.length === 1
      ? "Open the Safe's app Transaction Builder, choose the file, and sign what it shows."
      : "Open the Safe's app Transaction Builder and sign what each file shows, one after the other: together they take more gas than a transaction may.",
  ].join("\n");
}
