import type { LedgerDispute } from "@core/ledger/Ledger";
import { REATTRIBUTED, STANDS, VOID } from "@core/ledger/SaleBook";

interface DisputeBadge {
  readonly word: string;
  readonly tone: "plain" | "warn" | "good";
}

const RULINGS: Readonly<Record<number, DisputeBadge>> = {
  [STANDS]: { word: "Stands", tone: "good" },
  [VOID]: { word: "Void", tone: "plain" },
  [REATTRIBUTED]: { word: "Given to others", tone: "plain" },
};

/** How a dispute stands, in a word or two and the tone of its badge. */
export function badgeOfDispute({ ruling, deadline }: LedgerDispute, now: bigint): DisputeBadge {
  if (ruling === undefined) {
    return now < BigInt(deadline)
      ? { word: "Frozen", tone: "warn" }
      : { word: "Frozen, to be closed", tone: "warn" };
  }
  return RULINGS[ruling.state] ?? { word: `Settled (${ruling.state})`, tone: "plain" };
}
