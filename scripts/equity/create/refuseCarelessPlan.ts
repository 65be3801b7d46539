import type { Address } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Chain } from "../../chain/openChain.ts";
import type { PlanPowers } from "../PlanFile.ts";

/**
 * Refuses a plan in which one stolen key does what nobody can stop, on any chain but a development one.
 * @param account Who creates it, and has the powers that the file gives to nobody.
 */
export function refuseCarelessPlan(
  { instance, networkName }: Chain,
  account: Address,
  powers: PlanPowers,
): void {
  const missing = instance === undefined ? safeguardsMissing(account, powers) : [];
  if (missing.length === 0) return;
  throw new TributaryError(
    `The network "${networkName}" is no development chain, and this plan leaves everything to whoever steals one key.`,
    {
      found: missing.join("; "),
      todo: "Put what is missing into the plan file, or give --without-safeguards where you know what that costs.",
    },
  );
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
