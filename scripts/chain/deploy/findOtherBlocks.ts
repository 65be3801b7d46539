import { splitWord } from "../../../core/history/HistoryWord.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import { readEventsNamed } from "../history/readEventsNamed.ts";
import type { Program } from "../openProgram.ts";

/** The number that a program saw of the block in which it was created, beside the chain's own. */
export interface OtherBlocks {
  readonly contract: number;
  readonly chain: number;
}

/** Where contracts see another chain's block numbers (Arbitrum): those of a program's creation. Undefined where they are the chain's. */
export async function findOtherBlocks(program: Program): Promise<OtherBlocks | undefined> {
  const { address, chain } = program;
  const [agreed] = await readEventsNamed(program, ["TermsAgreed"]);
  if (agreed === undefined) return undefined;
  const { blockNumber } = agreed;
  const word = await chain.client.readContract({
    ...{ address, abi: programAbi, functionName: "history", blockNumber },
  });
  const { block } = splitWord(word);
  if (block === blockNumber) return undefined;
  return { contract: Number(block), chain: Number(blockNumber) };
}

/** What follows from it, for people. */
export function explainBlocks({ contract, chain }: OtherBlocks): string {
  return `On this chain contracts see the block numbers of another chain: the program took its block ${chain} for ${contract}, and its history names those. \`audit\` and whoever reads forward need nothing more; from call to call nobody hops back through it (docs/history.md).`;
}
