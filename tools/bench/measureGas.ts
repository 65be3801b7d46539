import type { GasRow } from "./gasBars.ts";
import { measureHolders } from "./measureHolders.ts";
import { measurePaymentSplitter } from "./measurePaymentSplitter.ts";
import { measureSales } from "./measureSales.ts";
import { measureTransfers } from "./measureTransfers.ts";
import { openBench } from "./openBench.ts";

/**
 * Measures what each operation costs: one transaction each, every slot cold at its start, an 18-decimals OpenZeppelin ERC-20,
 * steady state (accounts and balances exist, a period's slots were written before).
 */
export async function measureGas(): Promise<readonly GasRow[]> {
  const bench = await openBench();
  for (const holders of [2, 100, 1_000]) await measureHolders(bench, holders);
  await measureSales(bench);
  for (const payees of [2, 100]) await measurePaymentSplitter(bench, payees);
  await measureTransfers(bench);
  await bench.connection.close();
  return bench.rows;
}
