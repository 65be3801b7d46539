import { formatUnits, type TransactionReceipt } from "viem";
import type { ShownSale } from "../../../core/batches/showSales.ts";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import type { Program } from "../openProgram.ts";
import { currencyOf } from "../sales/findShown.ts";

/** What the end of a dispute brought whom. */
export interface SettledDispute {
  readonly currency: string;
  /** Whether it can be claimed at once, because the sale is locked. */
  readonly isFinal: boolean;
  readonly lines: readonly { readonly wallet: string; readonly amount: string }[];
  /** What went back to whoever funded the sale. */
  readonly returned: string;
}

export function describeSettled(
  program: Program,
  sale: Pick<ShownSale, "head">,
  { logs }: TransactionReceipt,
): SettledDispute {
  const currency = currencyOf(program, sale);
  const show = (amount: bigint) => formatUnits(amount, currency.decimals);
  const [settled] = decodeEventsNamed(logs, ["DisputeSettled"]);
  const { parties = [], amounts = [], isFinal = false, returned = 0n } = settled?.args ?? {};
  return {
    currency: currency.symbol,
    isFinal,
    lines: parties.map((wallet, index) => ({ wallet, amount: show(amounts[index] ?? 0n) })),
    returned: show(returned),
  };
}
