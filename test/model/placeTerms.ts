import { type Address, zeroAddress } from "viem";
import { fromProgramTerms } from "../../scripts/lib/model/fromProgramTerms.ts";
import { NO_CLAUSES, NO_EXTRAS, NO_ROLE } from "../../scripts/lib/terms/ParsedTerms.ts";
import { type Chain, TOKEN_DECIMALS } from "./openChain.ts";
import type { TermsSeed } from "./scenario.ts";
import { walletOf } from "./walletOf.ts";

const ETHER: Address = "0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE";

/** A seed's terms as a program takes them and as the model reads them. */
export function placeTerms(seed: TermsSeed, { wallet, tokens }: Chain, now: number) {
  const { age, ether, residualRole, standing, roles, ...rest } = seed;
  const start = now - age * seed.period;
  const terms = {
    ...rest,
    name: "Fuzzed",
    operator: wallet.operator.account.address,
    attributor: wallet.attributor.account.address,
    arbiter: wallet.arbiter.account.address,
    treasury: wallet.treasury.account.address,
    start,
    noticePeriods: 0,
    ...NO_EXTRAS,
    residualRole:
      residualRole === undefined || roles.length === 0 ? NO_ROLE : residualRole % roles.length,
    currencies: [ether ? ETHER : zeroAddress, ...tokens],
    roles: roles.map((role) => ({ ...role, missing: 0, pool: 0 })),
    standing: standing.map(({ holder, lasts, ...line }, index) => ({
      ...line,
      name: `line ${index}`,
      holder: walletOf(holder),
      starts: start + line.starts,
      ends: lasts === undefined ? 0 : start + line.starts + lasts,
      clauses: NO_CLAUSES,
    })),
  };
  return { terms, model: fromProgramTerms(terms, [18, ...TOKEN_DECIMALS]) };
}
