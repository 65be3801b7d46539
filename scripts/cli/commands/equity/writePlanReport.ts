import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import type { FileCurrency } from "../../../../core/terms/TermsReader.ts";
import { didYouMean } from "../../../../core/text/didYouMean.ts";
import { listOf } from "../../../../core/text/listOf.ts";
import { parseAmount } from "../../../../core/text/parseAmount.ts";
import { drawPlanReport } from "../../../equity/report/drawPlanReport.ts";
import type { PlanReport } from "../../../equity/report/PlanReport.ts";
import { writeReport } from "../../../reporting/reports/writeReport.ts";
import type { CommandOptions } from "../../CommandOptions.ts";

/** Writes a plan's report where one is asked for. Returns what there is to say of that. */
export async function writePlanReport(
  { report: file, upto }: CommandOptions<"report" | "upto">,
  { currencies }: { readonly currencies: readonly FileCurrency[] },
  toReport: () => Omit<PlanReport, "prices">,
): Promise<string[]> {
  if (file === undefined && upto === undefined) return [];
  const path = requireOption("report", file, "the .html file to write");
  const highest = readPrices(upto, currencies);
  const prices = currencies.map(({ symbol }, currency) => ({
    ...{ currency, upTo: highest.get(symbol) },
  }));
  await writeReport(path, { ".html": () => drawPlanReport({ ...toReport(), prices }) });
  return [`The report is in ${path}.`];
}

/** "5000000" where there is one currency; "USDC=5000000;ETH=300" else. */
function readPrices(
  text: string | undefined,
  currencies: readonly FileCurrency[],
): ReadonlyMap<string, bigint> {
  if (text === undefined) return new Map();
  const symbols = currencies.map(({ symbol }) => symbol);
  const [only = ""] = symbols;
  const parts = text.split(";").map((part) => part.trim().split("="));
  return new Map(
    parts.map((part) => {
      const [symbol = "", amount = ""] =
        part.length === 1 && symbols.length === 1 ? [only, ...part] : part;
      const currency = currencies.find((one) => one.symbol === symbol);
      if (currency === undefined) {
        throw new TributaryError("The option --upto names no currency of the plan.", {
          found: `"${part.join("=")}"`,
          allowed: `an amount of ${listOf(symbols)}, such as ${only}=5000000${didYouMean(symbol, symbols)}`,
        });
      }
      const parsed = parseAmount(amount, symbol, currency.decimals);
      if ("amount" in parsed) return [symbol, parsed.amount];
      throw new TributaryError("The option --upto is not an amount.", parsed);
    }),
  );
}
