import { type Address, pad, size } from "viem";
import { NO_BONUSES } from "../../core/deal/bonuses.ts";
import { GROSS, NO_CLAUSES, NO_EXTRAS, NO_ROLE, type Terms } from "../../core/deal/Terms.ts";
import { BEGINS, type Bench, ETHER, PERIOD } from "./openBench.ts";

const LINES_PER_PAGE = 480;

/** A gross role with a rate per kind, ppm. */
export function benchRole(name: string, rates: readonly number[]) {
  return {
    name,
    stage: GROSS,
    missing: 0,
    pool: 0,
    ceiling: 1_000_000,
    rates: [...rates],
    tiers: [],
    tenure: [],
    ...NO_BONUSES,
  };
}

/** A standing line on all kinds of a program that has so many. */
export function benchLine(
  kinds: number,
  line: { readonly holder: Address; readonly rate: number; readonly starts?: number },
): Omit<Terms["standing"][number], "starts"> & { starts?: number } {
  const { holder, rate, ...starts } = line;
  const mask = 2 ** kinds - 1;
  return {
    ...{ name: "", holder, kinds: mask, ends: 0, rates: [rate], clauses: NO_CLAUSES },
    ...starts,
  };
}

/** What a measured program has of its own. */
export type BenchTerms = Pick<Terms, "name" | "kinds" | "roles"> &
  Partial<Pick<Terms, "currencies" | "start" | "rules" | "holdPeriods">> & {
    standing: readonly ReturnType<typeof benchLine>[];
  };

export type BenchProgram = Awaited<ReturnType<typeof createBenchProgram>>;

/** Creates a program, in ETH and the token where no currencies are named, and tells what that cost. */
export async function createBenchProgram(bench: Bench, own: BenchTerms) {
  const { client, factory, validator, gasOf, owner, token, viem } = bench;
  const start = own.start ?? BEGINS;
  const currencies = own.currencies ?? [ETHER, token.address];
  const terms = {
    ...{ operator: owner, attributor: owner, arbiter: owner, treasury: owner },
    ...{ period: PERIOD, holdPeriods: 1, noticePeriods: 1 },
    ...{ ceiling: 1_000_000, commission: 1_000_000, residualRole: NO_ROLE, tiers: [] },
    ...NO_EXTRAS,
    ...own,
    start,
    currencies,
    standing: own.standing.map((line) => ({ starts: start, ...line })),
  };
  const args = [terms, "", pad("0x1")] as const;
  const pages = Math.ceil(terms.standing.length / LINES_PER_PAGE);
  let gas = 0n;
  for (let page = 0; pages > 1 && page < pages; page += 1) {
    gas += await gasOf(await validator.write.publish([terms, BigInt(page)]));
  }
  const creation = await factory.write.create(args);
  gas += await gasOf(creation);
  const address = await factory.read.predict([...args, owner]);
  const program = await viem.getContractAt("Program", address);
  await token.write.approve([address, 2n ** 256n - 1n]);
  const codeBytes = size((await client.getCode({ address })) ?? "0x");
  return { program, terms, start, currencies, gas, creation, codeBytes };
}
