import type { Address } from "viem";
import { drawSales } from "./drawSales.ts";
import { type Bench, nameOf, PERIOD } from "./openBench.ts";
import type { Saas } from "./openSaas.ts";

const BATCHES = [
  ...[3, 30, 150].map((partners) => ({
    name: `sale, 3 roles, batch of 50, ${partners} partners`,
    ...{ size: 50, partners },
  })),
  { name: "sale, 3 roles, batch of 200, 30 partners", size: 200, partners: 30 },
  ...[3, 6].map((weights) => ({
    name: `sale, one role by ${weights} weights, batch of 200, 30 partners`,
    ...{ size: 200, partners: 30, weights },
  })),
];

/** Posting in the SaaS example: each sort of batch as the first of a period, and as a later one. */
export async function measureSales(bench: Bench, { post }: Saas): Promise<void> {
  const { currencies, measure, networkHelpers } = bench;
  const send = (currency: Address, batch: (typeof BATCHES)[number]) =>
    post(currency, drawSales({ ...batch, currency }));
  for (const batch of BATCHES) {
    await networkHelpers.time.increase(PERIOD);
    for (const currency of currencies) {
      const per = batch.size;
      const name = nameOf(currency);
      const first = await send(currency, batch);
      const later = await send(currency, batch);
      await measure(`${batch.name}, ${name}`, later, { per });
      await measure(`${batch.name}, first of a period, ${name}`, first, { per });
    }
  }
}
