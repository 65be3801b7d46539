import { formatUnits } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatTable } from "../../../../core/text/formatTable.ts";
import { parseAmount } from "../../../../core/text/parseAmount.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
import type { Program } from "../../../chain/openProgram.ts";
import {
  buildTaxYear,
  type FiatQuery,
  type TaxPartner,
} from "../../../reporting/reports/buildTaxYear.ts";
import { parseFiat } from "../../../reporting/reports/Fiat.ts";
import { parseYear } from "../../../reporting/reports/parseYear.ts";
import { readRates } from "../../../reporting/reports/readRates.ts";
import { paymentsSheet, taxSheet } from "../../../reporting/reports/taxSheet.ts";
import { writeReport } from "../../../reporting/reports/writeReport.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import { command } from "../../command.ts";

/** `report tax`: what each partner was paid in a calendar year. */
export default command<"program" | "year" | "rates" | "fiat" | "threshold" | "out" | "payments">(
  async (chain, options) => {
    const span = parseYear(requireOption("year", options.year, "a calendar year, such as 2026"));
    const program = await openNamedProgram(chain, options);
    const query = await readQuery(program, options);
    const year = await buildTaxYear(program, span, query);
    const { out, payments } = options;
    if (out !== undefined)
      await writeReport(out, { ".csv": () => taxSheet(span.label, year, query) });
    if (payments !== undefined)
      await writeReport(payments, { ".csv": () => paymentsSheet(year, query) });
    const json = {
      ...{ program: program.address, year: Number(span.label) },
      fiat: query?.fiat.code ?? null,
      partners: year.partners.map((partner) => toJson(partner, query)),
    };
    const where = out === undefined ? "--out F.csv writes it" : `written to ${out}`;
    const head = `Paid in ${span.label}, by the times of the blocks, in UTC`;
    return { json, text: `${head}\n\n${toTable(year.partners, query)}\n\n${where}` };
  },
);

async function readQuery(
  program: Program,
  options: CommandOptions<"rates" | "fiat" | "threshold">,
): Promise<FiatQuery | undefined> {
  const { rates, fiat, threshold } = options;
  if (rates === undefined && fiat === undefined && threshold === undefined) return undefined;
  if (rates === undefined || fiat === undefined) {
    throw new TributaryError("Amounts in a country's currency need --fiat and --rates.", {
      todo: "Give both: --fiat EUR --rates rates.csv, with the columns date,currency,rate.",
    });
  }
  const known = parseFiat(fiat);
  const read = await readRates(rates, program.currencies);
  return { fiat: known, rates: read, threshold: readThreshold(threshold, known) };
}

function readThreshold(
  text: string | undefined,
  { code, decimals }: FiatQuery["fiat"],
): bigint | undefined {
  if (text === undefined) return undefined;
  const parsed = parseAmount(text, code, decimals);
  if ("amount" in parsed) return parsed.amount;
  throw new TributaryError("The option --threshold is not an amount.", parsed);
}

function toJson(
  { partner, wallet, currencies, inFiat, reachesThreshold }: TaxPartner,
  query: FiatQuery | undefined,
) {
  return {
    ...{ partner, wallet },
    currencies: currencies.map(({ currency, payments, gross, withheld, inFiat: own }) => ({
      ...{ currency: currency.symbol, payments },
      ...amounts(gross, withheld, currency.decimals),
      ...(own && query && { fiat: amounts(own.gross, own.withheld, query.fiat.decimals) }),
    })),
    ...(inFiat && query && { fiat: amounts(inFiat.gross, inFiat.withheld, query.fiat.decimals) }),
    ...(query?.threshold !== undefined && { reachesThreshold }),
  };
}

function amounts(gross: bigint, withheld: bigint, decimals: number) {
  const show = (amount: bigint) => formatUnits(amount, decimals);
  return { gross: show(gross), withheld: show(withheld), net: show(gross - withheld) };
}

function toTable(partners: readonly TaxPartner[], query: FiatQuery | undefined): string {
  if (partners.length === 0) return "Nobody was paid.";
  const fiat = query?.fiat.code;
  const header = ["partner", "currency", "payments", "gross", "withheld", "net"];
  const rows = partners.flatMap((one) => {
    const own = toJson(one, query);
    const flag = own.reachesThreshold === true ? "reached" : "";
    return own.currencies.map((sums) => [
      ...[printable(one.partner), sums.currency, `${sums.payments}`, sums.gross, sums.withheld],
      ...[sums.net, ...(fiat === undefined ? [] : [sums.fiat?.gross ?? "", flag])],
    ]);
  });
  return formatTable([...header, ...(fiat === undefined ? [] : [fiat, "threshold"])], rows, 2);
}
