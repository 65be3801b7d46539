import { type Address, zeroAddress } from "viem";
import { NO_ROLE, type Terms } from "../../core/deal/Terms.ts";
import { type Chain, TOKEN_DECIMALS } from "./openChain.ts";
import type { LineSeed, TermsSeed } from "./scenario.ts";
import { walletOf } from "./walletOf.ts";

/** Where withheld parts of payments go. */
export const TAX_ACCOUNT = walletOf(1_000);

/** Of ETH and the tokens. */
export const DECIMALS = [18, ...TOKEN_DECIMALS];

const ETHER: Address = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";

/** A seed's terms as a program takes them. */
export function placeTerms(seed: TermsSeed, { wallet, tokens }: Chain, now: number) {
  const { age, ether, residualRole, standing, roles, pools, rules, ...rest } = seed;
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
    roles,
    standing: standing.map((line, index) => placeLine(line, { index, since: start, ether })),
    pools: pools.map((holder, index) => ({ name: `pool ${index}`, holder: walletOf(holder) })),
    rules: { ...rules, moveDays: 1, handoverDays: 7, silencePeriods: 0, taxAccount: TAX_ACCOUNT },
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

/** A guarantee is in a currency that the program takes; where there is none, in no currency. */
function placeClauses(clauses: LineSeed["clauses"], ether: boolean): LineSeed["clauses"] {
  if (clauses.fee + clauses.minimum === 0n) return { ...clauses, currency: 0 };
  const first = ether ? 0 : 1;
  return { ...clauses, currency: first + (clauses.currency % (TOKEN_DECIMALS.length + 1 - first)) };
}
