import { drawSales } from "./drawSales.ts";
import { type Bench, nameOf, PERIOD, party } from "./openBench.ts";
import type { Saas } from "./openSaas.ts";

/** Claims in the SaaS example, one locked period since the last, and after 240 in which nothing was earned. */
export async function measureClaims(bench: Bench, saas: Saas): Promise<void> {
  const { currencies, measure, networkHelpers } = bench;
  const { program, wallets } = saas;
  const [wallet = party(0)] = wallets;
  await networkHelpers.impersonateAccount(wallet);
  for (const currency of currencies) {
    const name = nameOf(currency);
    const claim = await program.write.claim([wallet, currency], { account: wallet });
    await measure(`claim by the partner, ${name}`, claim);
    const many = await program.write.claimMany([wallets.slice(1, 101), currency]);
    await measure(`claim for 100 partners, each, ${name}`, many, { per: 100 });
  }
}

/** The first of them has been paid all that was locked. */
export async function measureQuietClaims(bench: Bench, saas: Saas): Promise<void> {
  const { currencies, measure, networkHelpers } = bench;
  const { post, program, wallets } = saas;
  const [wallet = party(0)] = wallets;
  await networkHelpers.time.increase(241 * PERIOD);
  for (const currency of currencies)
    await post(currency, drawSales({ size: 50, currency, partners: 30 }));
  await networkHelpers.time.increase(2 * PERIOD);
  for (const currency of currencies) {
    const claim = await program.write.claim([wallet, currency], { account: wallet });
    await measure(`claim after 240 quiet periods, ${nameOf(currency)}`, claim);
  }
}
