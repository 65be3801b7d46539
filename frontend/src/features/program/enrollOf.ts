import { namedParties } from "@core/deal/namedParties";
import type { LedgerPartner } from "@core/ledger/Ledger";
import { programAbi } from "@generated/abis/Program";
import { type Address, encodeFunctionData } from "viem";
import type { Program } from "../chain/useProgram";
import { actOf } from "../transaction/actOf";
import type { ContractCall } from "../transaction/ContractCall";

export interface Newcomer {
  readonly wallet: Address;
  readonly name: string;
  readonly tier: number;
  /** Seconds: from when its tenure counts. */
  readonly joined: number;
  /** The number of who brought it; 0 for nobody. */
  readonly referrer: number;
}

/** `enroll` of one partner, whose name nobody takes for another's. */
export function enrollOf(
  { address, terms }: Program,
  known: readonly LedgerPartner[],
  newcomer: Newcomer,
): ContractCall<undefined> {
  return actOf(address, async () => {
    // The table of letters that look alike is large, and only an operator needs it.
    const [{ findLookAlike }, { findSharedName }] = await Promise.all([
      import("@core/text/findLookAlike"),
      import("@core/deal/findSharedName"),
    ]);
    const alike = findLookAlike([newcomer], known);
    if (alike !== undefined)
      throw new NameTakenError(`“${newcomer.name}” looks like “${alike.other}”, who is enrolled.`);
    const shared = findSharedName([newcomer], namedParties(terms));
    if (shared !== undefined)
      throw new NameTakenError(
        `“${newcomer.name}” is what the terms call the ${shared.party.what} of ${shared.party.wallet}.`,
      );
    return encodeFunctionData({ abi: programAbi, functionName: "enroll", args: [[newcomer]] });
  });
}

class NameTakenError extends Error {
  override readonly name = "NameTakenError";

  constructor(found: string) {
    super(`${found} Give a name that nobody takes for another's.`);
  }
}
