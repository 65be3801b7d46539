import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { encodeFunctionData, zeroHash } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import { addFunds } from "../../../scripts/chain/funds/addFunds.ts";
import { readPartners } from "../../../scripts/chain/partners/readPartners.ts";
import { owedBy } from "../../../scripts/posting/sales/owedBy.ts";
import { readSalesFile } from "../../../scripts/posting/sales/readSalesFile.ts";
import { toPost } from "../../../scripts/posting/sales/toPost.ts";
import type { PostingWorld } from "./openPostingWorld.ts";

/** A poster as one writes it at first: it funds, posts, and notes afterwards what it has posted. The control of the fault tests. */
export async function postNaively(
  { program, account, sales: file }: PostingWorld,
  journal: string,
  observe: (step: string) => void,
): Promise<void> {
  const { chain, address } = program;
  const done = new Set(existsSync(journal) ? readFileSync(journal, "utf8").split("\n") : []);
  const { listed } = await readSalesFile(file, program, await readPartners(program));
  const pending = listed.filter(({ id }) => !done.has(id));
  const [first] = pending;
  if (first === undefined) return;
  const sales = pending.map(toPost);
  observe("read");
  const { amount } = await owedBy(program, account, first.currency, sales);
  await addFunds(program, account, first.currency, amount);
  observe("funded");
  const hash = await chain.wallet.sendTransaction({
    ...{ account, chain: chain.wallet.chain, to: address, gas: 5_000_000n },
    data: encodeFunctionData({
      ...{ abi: programAbi, functionName: "post" },
      args: [first.currency.address, sales, zeroHash],
    }),
  });
  observe("sent");
  const { status } = await chain.client.waitForTransactionReceipt({ hash });
  if (status !== "success") throw new Error("reverted");
  observe("mined");
  writeFileSync(journal, pending.map(({ id }) => id).join("\n"));
  observe("noted");
}
