import type { ChainType, NetworkConnection } from "hardhat/types/network";
import { formatEther } from "viem";
import { sum } from "../../core/money/sum.ts";
import { counted } from "../../core/text/counted.ts";
import { explainFailure } from "../chain/explainFailure.ts";
import type { Chain } from "../chain/openChain.ts";
import { openRecordingChain } from "../chain/recording/openRecordingChain.ts";
import type { RecordedCall } from "../chain/recording/Recording.ts";
import { actingAccount } from "./hand/actingAccount.ts";
import type { SendingOptions } from "./hand/waysToSend.ts";
import type { Output } from "./Output.ts";

/** Runs a command with nothing sent, and says what it would send. What would be refused is told as it would be. */
export async function runDry(
  connection: NetworkConnection<ChainType | string>,
  options: SendingOptions,
  run: (chain: Chain) => Promise<Output>,
): Promise<Output> {
  const { chain, recording } = await openRecordingChain(connection, actingAccount(options));
  const { calls } = recording;
  let output: Output | undefined;
  let after: string | undefined;
  try {
    output = await run(chain);
  } catch (error) {
    if (calls.length === 0) throw error;
    after = explainFailure(error, chain.networkName);
  }
  // A command that sends nothing says what there is to say itself.
  if (output !== undefined && calls.length === 0) {
    return { ...output, json: { ...output.json, dryRun: true } };
  }
  return toOutput(calls, after);
}

function toOutput(calls: readonly RecordedCall[], after: string | undefined): Output {
  const known = calls.map(({ gas }) => gas).filter((gas) => gas !== undefined);
  const gas = sum(known);
  const lines = calls.map(({ functionName, to, value, gas: own }) => {
    const money = value === 0n ? "" : ` with ${formatEther(value)} ETH`;
    const cost = own === undefined ? "gas that the RPC cannot tell" : `${toText(own)} gas`;
    return `  ${functionName} at ${to}${money}: ${cost}`;
  });
  return {
    json: {
      dryRun: true,
      calls: calls.map(({ functionName, to, value, gas: own }) => ({
        ...{ function: functionName, to, value: formatEther(value) },
        gas: own === undefined ? null : Number(own),
      })),
      gas: Number(gas),
      ...(after !== undefined && { after }),
    },
    text: [
      `Nothing was sent. ${counted(calls.length, "transaction")} would be, of ${toText(gas)} gas as far as a node can tell:`,
      ...lines,
      ...(after === undefined
        ? []
        : [`What follows depends on them. Without them it is: ${after}`]),
    ].join("\n"),
  };
}

function toText(gas: bigint): string {
  return gas.toLocaleString("en");
}
