import { zeroAddress } from "viem";
import { POWERS } from "../../../core/deal/POWERS.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import type { Comparison } from "./Comparison.ts";

/** Compares who holds the powers. */
export function comparePowers(comparison: Comparison, { holders }: Books): void {
  comparison.ask("holders", [], (found) => {
    for (const [index, power] of POWERS.entries())
      comparison.equal(power, holders.get(power) ?? zeroAddress, found[index] ?? zeroAddress);
  });
}
