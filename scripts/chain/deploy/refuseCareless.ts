import type { Address } from "viem";
import type { ParsedTerms } from "../../../core/terms/ParsedTerms.ts";
import type { Chain } from "../openChain.ts";
import { refuseWithout } from "./refuseWithout.ts";

/** Terms as far as they say who can do how much harm. */
type Powers = Pick<
  ParsedTerms,
  "operator" | "attributor" | "arbiter" | "treasury" | "guardian" | "rules"
>;

/**
 * Refuses terms under which one stolen key takes all that a program has, where that is money: on any chain but a development one.
 * @param account Who deploys, and has what the terms give to nobody.
 */
export function refuseCareless(chain: Chain, account: Address, terms: Powers): void {
  refuseWithout(chain, safeguardsMissing(account, terms), {
    what: "these terms leave",
    file: "terms file",
  });
}

/** What of a program's safeguards terms leave out, and what follows. */
export function safeguardsMissing(account: Address, terms: Powers): string[] {
  const { operator, attributor, arbiter, treasury, guardian, rules } = terms;
  const holders = [operator, attributor, arbiter, treasury].map((one) => one ?? account);
  return [
    ...(holders.every((one) => one === account)
      ? [
          `operator, attributor, arbiter and treasury are all the deploying account ${account}, so that nobody can stop what its key does`,
        ]
      : []),
    ...(guardian === undefined
      ? ["no guardian, so that nobody stops a hand-over or an amendment that a thief proposes"]
      : []),
    ...(rules.postingLimit.length === 0
      ? ["no postingLimit, so that a stolen attributor posts all funds away in one night"]
      : []),
  ];
}
