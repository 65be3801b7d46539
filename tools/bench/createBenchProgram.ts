import { type Address, pad } from "viem";
import { eachBonus, NO_BONUS } from "../../core/deal/bonuses.ts";
import { GROSS, NO_CLAUSES, NO_EXTRAS, NO_ROLE } from "../../core/deal/Terms.ts";
import { type Bench, ETHER, PERIOD } from "./openBench.ts";

const LINES_PER_PAGE = 480;

/** A gross role with a rate per kind, ppm. */
export function benchRole(name: string, rates: number[]) {
  return {
    name,
    stage: GROSS,
    missing: 0,
    pool: 0,
    ceiling: 1_000_000,
    rates,
    tiers: [],
    tenure: [],
    ...eachBonus(() => NO_BONUS),
  };
}

interface Holder {
  name: string;
  holder: Address;
  rate: number;
}

/** Creates a program in ETH and the token, and tells what that cost. */
export async function createBenchProgram(
  bench: Bench,
  name: string,
  kinds: string[],
  roles: ReturnType<typeof benchRole>[],
  holders: Holder[],
) {
  const { factory, validator, gasOf, networkHelpers, owner, token, viem } = bench;
  const start = Number(await networkHelpers.time.latest());
  const terms = {
    name,
    operator: owner,
    attributor: owner,
    arbiter: owner,
    treasury: owner,
    start,
    period: PERIOD,
    holdPeriods: 1,
    noticePeriods: 1,
    ceiling: 1_000_000,
    commission: 1_000_000,
    residualRole: NO_ROLE,
    currencies: [ETHER, token.address],
    kinds,
    tiers: [],
    roles,
    ...NO_EXTRAS,
    standing: holders.map(({ name, holder, rate }) => ({
      name,
      holder,
      kinds: (1 << kinds.length) - 1,
      starts: start,
      ends: 0,
      rates: [rate],
      clauses: NO_CLAUSES,
    })),
  };
  const args = [terms, "", pad("0x1")] as const;
  const pages = Math.ceil(holders.length / LINES_PER_PAGE);
  let gas = 0n;
  for (let page = 0; pages > 1 && page < pages; page += 1) {
    gas += await gasOf(await validator.write.publish([terms, BigInt(page)]));
  }
  gas += await gasOf(await factory.write.create(args));
  const address = await factory.read.predict([...args, owner]);
  const program = await viem.getContractAt("Program", address);
  await token.write.approve([address, 2n ** 256n - 1n]);
  return { program, gas };
}
