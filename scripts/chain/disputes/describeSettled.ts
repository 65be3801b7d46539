import { formatUnits, type TransactionReceipt } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { toId } from "../../../core/ids/toId.ts";
import { decodeEventsNamed } from "../../../core/logs/decodeEventsNamed.ts";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";

/** What the end of a dispute brought whom. */
export interface SettledDispute {
  readonly currency: string;
  /** Whether it can be claimed at once, because the sale is locked. */
  readonly isFinal: boolean;
  readonly lines: readonly { readonly wallet: string; readonly amount: string }[];
  /** What went back to whoever funded the sale. */
  readonly returned: string;
}

export async function describeSettled(
  program: Program,
  sale: string,
  { logs }: TransactionReceipt,
): Promise<SettledDispute> {
  const currency = await currencyOf(program, sale);
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

async function currencyOf(program: Program, sale: string): Promise<Currency> {
  const [, , , at] = await readProgram(program, "saleOf", [toId(sale)]);
  const currency = program.currencies.find((one) => one.address === at);
  if (currency === undefined) throw new RangeError(`no currency ${at}`);
  return currency;
}
