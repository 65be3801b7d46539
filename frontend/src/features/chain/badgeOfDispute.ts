import type { LedgerDispute } from "@core/ledger/Ledger";

interface DisputeBadge {
  readonly word: string;
  readonly tone: "plain" | "warn" | "good";
}

const STANDS = 2;
const VOID = 3;

/** How a dispute stands, in a word or two and the tone of its badge. */
export function badgeOfDispute({ ruling, deadline }: LedgerDispute, now: bigint): DisputeBadge {
  if (ruling === undefined) {
    return now < BigInt(deadline)
      ? { word: "Frozen", tone: "warn" }
      : { word: "Frozen, to be closed", tone: "warn" };
  }
  if (ruling.state === STANDS) return { word: "Stands", tone: "good" };
  if (ruling.state === VOID) return { word: "Void", tone: "plain" };
  return { word: "Given to others", tone: "plain" };
}
