import { type Address, zeroAddress } from "viem";
import type { Amounts } from "../../core/deal/amountOf.ts";
import { NO_ROLE, type Role, type Terms } from "../../core/deal/Terms.ts";
import type { Chain } from "./openChain.ts";
import type { LineSeed, TermsSeed } from "./scenario.ts";
import { walletOf } from "./walletOf.ts";

/** Where withheld parts of payments go. */
export const TAX_ACCOUNT = walletOf(1_000);

const ETHER: Address = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";

/** A seed's terms as a program takes them. */
export function placeTerms(seed: TermsSeed, { wallet, tokens }: Chain, now: number) {
  const { age, ether, residualRole, standing, roles, pools, rules, ...rest } = seed;
  const place = (amounts: Amounts) => placeAmounts(amounts, ether);
  const start = now - age * seed.period;
  const terms: Terms = {
    ...rest,
    name: "Fuzzed",
    operator: wallet.operator.account.address,
    attributor: wallet.attributor.account.address,
    arbiter: wallet.arbiter.account.address,
    treasury: wallet.treasury.account.address,
    start,
    guardian: zeroAddress,
    standby: zeroAddress,
    lineNoticePeriods: rest.noticePeriods || 1,
    checkpoints: [],
    residualRole: residualRole === undefined ? NO_ROLE : residualRole,
    currencies: [ether ? ETHER : zeroAddress, ...tokens],
    roles: roles.map(({ volume, ...role }) => ({ ...role, volume: placeVolume(volume, ether) })),
    outcomes: rest.outcomes.map((one) => ({ ...one, amounts: place(one.amounts) })),
    graduations: rest.graduations.map((one) => ({ ...one, earned: place(one.earned) })),
    milestones: rest.milestones.map((one) => ({
      ...one,
      earned: place(one.earned),
      pays: place(one.pays),
    })),
    standing: standing.map((line, index) => placeLine(line, { index, since: start, ether })),
    pools: pools.map((holder, index) => ({ name: `pool ${index}`, holder: walletOf(holder) })),
    rules: {
      ...rules,
      postingLimit: place(rules.postingLimit),
      refundLimit: place(rules.refundLimit),
      leastSale: place(rules.leastSale),
      minimumPayout: place(rules.minimumPayout),
      moveDays: 1,
      handoverDays: 7,
      silencePeriods: 0,
      taxAccount: TAX_ACCOUNT,
    },
  };
  return terms;
}

/** A seed's line as a program takes it. */
export function placeLine(
  { holder, lasts, ...line }: LineSeed,
  {
    index,
    since,
    ether,
  }: { readonly index: number; readonly since: number; readonly ether: boolean },
) {
  return {
    ...line,
    name: `line ${index}`,
    holder: walletOf(holder),
    starts: since + line.starts,
    ends: lasts === undefined ? 0 : since + line.starts + lasts,
    clauses: placeClauses(line.clauses, ether),
  };
}

function placeClauses(clauses: LineSeed["clauses"], ether: boolean): LineSeed["clauses"] {
  const { cap, threshold, fee, minimum } = clauses;
  return {
    ...clauses,
    cap: placeAmounts(cap, ether),
    threshold: placeAmounts(threshold, ether),
    fee: placeAmounts(fee, ether),
    minimum: placeAmounts(minimum, ether),
  };
}

function placeVolume(volume: Role["volume"], ether: boolean): Role["volume"] {
  return { ...volume, every: placeAmounts(volume.every, ether) };
}

/** Nothing is named in ETH where the program does not take it. */
function placeAmounts(amounts: Amounts, ether: boolean): Amounts {
  return amounts.map((amount, place) => (place === 0 && !ether ? 0n : amount));
}
