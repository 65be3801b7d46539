import { formatUnits } from "viem";
import type { Fiat } from "../reports/Fiat.ts";

/** An amount with all digits of its fiat: "-12.30", of yen "-12". */
export function formatMoney(amount: bigint, { decimals }: Fiat): string {
  const [whole = "", fraction = ""] = formatUnits(amount, decimals).split(".");
  return decimals === 0 ? whole : `${whole}.${fraction.padEnd(decimals, "0")}`;
}
