import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { zeroHash } from "viem";
import { addFunds } from "../../../scripts/chain/funds/addFunds.ts";
import { readPartners } from "../../../scripts/chain/partners/readPartners.ts";
import { companionsOf } from "../../../scripts/posting/lanes/companionsOf.ts";
import { encodeBatch } from "../../../scripts/posting/lanes/encodeBatch.ts";
import { LATE_LANE } from "../../../scripts/posting/lanes/Lane.ts";
import { readLanes } from "../../../scripts/posting/lanes/readLanes.ts";
import { toBatchSale } from "../../../scripts/posting/sales/groupByCurrency.ts";
import { owedBy } from "../../../scripts/posting/sales/owedBy.ts";
import { readSalesFile } from "../../../scripts/posting/sales/readSalesFile.ts";
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
  const sales = pending.map((sale) => toBatchSale(sale, undefined));
  observe("read");
  const { currency } = first;
  const partners = await readPartners(program);
  const companions = companionsOf(program.terms, partners);
  const block = await chain.client.getBlockNumber();
  const { late } = await readLanes(program, currency, LATE_LANE, block);
  const setting = { currency, companions, evidence: zeroHash };
  const trying = { ...setting, program, account, block, lateHead: late.head, funds: 0n };
  const { amount } = await owedBy(trying, sales);
  await addFunds(program, account, first.currency, amount);
  observe("funded");
  const now = await chain.client.getBlockNumber();
  const { head } = (await readLanes(program, currency, LATE_LANE, now)).late;
  const hash = await chain.wallet.sendTransaction({
    ...{ account, chain: chain.wallet.chain, to: address, gas: 5_000_000n },
    data: encodeBatch(setting, { lane: LATE_LANE, from: 0, until: 0, sales }, head).data,
  });
  observe("sent");
  const { status } = await chain.client.waitForTransactionReceipt({ hash });
  if (status !== "success") throw new Error("reverted");
  observe("mined");
  writeFileSync(journal, pending.map(({ id }) => id).join("\n"));
  observe("noted");
}
