import { microInFile } from "./microInFile.ts";

/** An amount as a terms file writes it; null where there is none. */
export function amountInFile(amount: bigint): string | null {
  return amount === 0n ? null : microInFile(amount);
}
