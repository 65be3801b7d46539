import type { Address } from "viem";
import { refuseWithout } from "../../chain/deploy/refuseWithout.ts";
import type { Chain } from "../../chain/openChain.ts";
import type { PlanPowers } from "../PlanFile.ts";

/**
 * Refuses a plan in which one stolen key does what nobody can stop, on any chain but a development one.
 * @param account Who creates it, and has the powers that the file gives to nobody.
 */
export function refuseCarelessPlan(chain: Chain, account: Address, powers: PlanPowers): void {
  refuseWithout(chain, safeguardsMissing(account, powers), {
    what: "this plan leaves",
    file: "plan file",
  });
}

/** What of a plan's safeguards a file leaves out, and what follows. */
export function safeguardsMissing(account: Address, powers: PlanPowers): string[] {
  const { operator = account, arbiter = account, treasury = account, guardian } = powers;
  return [
    ...(operator === arbiter
      ? [
          `operator and arbiter are both ${operator}, so that its key alone decides leaving for cause and moves grants to other wallets`,
        ]
      : []),
    ...(treasury === account && operator === account
      ? [`the treasury is the creating account ${account}, which is the operator, too`]
      : []),
    ...(guardian === undefined
      ? ["no guardian, so that nobody stops a leave or a hand-over that a thief announces"]
      : []),
  ];
}
