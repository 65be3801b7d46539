import type { Program } from "../../../scripts/chain/openProgram.ts";
import { readPartners } from "../../../scripts/chain/partners/readPartners.ts";
import { readSalesFile } from "../../../scripts/posting/sales/readSalesFile.ts";

/** What the chain must show of sales files, in the form of `readTotals`. */
export async function sourceTotals(program: Program, files: readonly string[]): Promise<string[]> {
  const partners = await readPartners(program);
  const sales = await Promise.all(files.map((file) => readSalesFile(file, program, partners)));
  return sales
    .flatMap(({ listed }) => listed)
    .map(({ id, amount }) => `${id} ${amount}`)
    .sort();
}
