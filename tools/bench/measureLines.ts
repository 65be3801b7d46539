import { drawSales } from "./drawSales.ts";
import { type Bench, nameOf, PERIOD } from "./openBench.ts";
import type { Saas } from "./openSaas.ts";

/** The SaaS example's standing line, which earns on three kinds. */
export async function measureLines(bench: Bench, { program, post }: Saas): Promise<void> {
  const { currencies, measure, networkHelpers } = bench;
  const postAll = async () => {
    for (const currency of currencies)
      await post(currency, drawSales({ size: 50, currency, partners: 30, kinds: 3 }));
  };
  for (const currency of currencies) await program.write.claimLine([0n, currency]);
  await postAll();
  await networkHelpers.time.increase(2 * PERIOD);
  for (const currency of currencies) {
    const claim = await program.write.claimLine([0n, currency]);
    await measure(`claim of a standing line on 3 kinds, ${nameOf(currency)}`, claim);
  }
  await postAll();
  await networkHelpers.time.increase(2 * PERIOD);
  for (const currency of currencies) {
    const settle = await program.write.settleLine([0n, currency]);
    await measure(`settle a standing line on 3 kinds, ${nameOf(currency)}`, settle);
  }
}
