import { NO_EXTRAS } from "../../core/deal/Terms.ts";
import { claimAll } from "./claimAll.ts";
import { benchRole } from "./createBenchProgram.ts";
import { drawSales } from "./drawSales.ts";
import type { GasRow } from "./gasBars.ts";
import { measureClaims, measureQuietClaims } from "./measureClaims.ts";
import { measureEquity } from "./measureEquity.ts";
import { measureHolders } from "./measureHolders.ts";
import { measureLines } from "./measureLines.ts";
import { measurePaymentSplitter } from "./measurePaymentSplitter.ts";
import { measureDisputes, measureRefunds } from "./measureRefunds.ts";
import { measureSales } from "./measureSales.ts";
import { measureTransfers } from "./measureTransfers.ts";
import { measureVesting } from "./measureVesting.ts";
import { type Bench, nameOf, openBench, PERIOD } from "./openBench.ts";
import { openSaas } from "./openSaas.ts";

/**
 * Measures what each operation costs: one transaction each, every slot cold at its start, an 18-decimals OpenZeppelin ERC-20,
 * steady state (accounts and balances exist, a period's slots were written before).
 */
export async function measureGas(): Promise<readonly GasRow[]> {
  const bench = await openBench();
  for (const holders of [2, 100, 900]) await measureHolders(bench, holders);
  await measureSaas(bench);
  await measureSizes(bench);
  for (const payees of [2, 100]) await measurePaymentSplitter(bench, payees);
  await measureTransfers(bench);
  await measureEquity(bench);
  await measureVesting(bench);
  await bench.connection.close();
  return bench.rows;
}

async function measureSaas(bench: Bench): Promise<void> {
  const saas = await openSaas(bench, 150);
  const { creation, codeBytes, post, wallets } = saas;
  const { currencies, measure, networkHelpers } = bench;
  await measure("create a program (SaaS)", creation, { codeBytes });
  for (const wallet of wallets) await networkHelpers.setBalance(wallet, 10n ** 18n);
  // Sales in every period, claims in every period: the steady state.
  const postAll = async () => {
    for (const currency of currencies) {
      for (let i = 0; i < 3; i += 1)
        await post(currency, drawSales({ size: 50, currency, partners: wallets.length }));
    }
  };
  const live = async (periods: number) => {
    for (let period = 0; period < periods; period += 1) {
      await postAll();
      await claimAll(bench, saas);
      await networkHelpers.time.increase(PERIOD);
    }
  };
  await live(4);
  await measureSales(bench, saas);
  await measureRefunds(bench, saas);
  await networkHelpers.time.increase(PERIOD);
  await live(3);
  await measureClaims(bench, saas);
  await measureLines(bench, saas);
  await claimAll(bench, saas);
  await measureQuietClaims(bench, saas);
  const rules = { ...NO_EXTRAS.rules, disputes: 100, disputePeriods: 1 };
  await measureDisputes(bench, await openSaas(bench, 30, { name: "Disputes", rules }));
}

/** The same sales where the terms have as many kinds and roles as they can. */
async function measureSizes(bench: Bench): Promise<void> {
  for (const count of [3, 16]) {
    const names = Array.from({ length: count }, (_, i) => `name ${i}`);
    const rates = names.map(() => 30_000);
    const roles = names.map((name) => benchRole(name, rates));
    const { post } = await openSaas(bench, 30, { name: `${count}`, kinds: names, roles });
    for (const currency of bench.currencies) {
      const send = () => post(currency, drawSales({ size: 50, currency, partners: 30 }));
      await send();
      const operation = `sale, 3 of ${count} roles, one of ${count} kinds, batch of 50, 30 partners`;
      await bench.measure(`${operation}, ${nameOf(currency)}`, await send(), { per: 50 });
    }
  }
}
