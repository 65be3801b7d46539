import { formatUnits } from "viem";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatTable } from "../../../../core/text/formatTable.ts";
import { parseAmount } from "../../../../core/text/parseAmount.ts";
import { printable } from "../../../../core/text/printable.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
import { ledgerOfPayments } from "../../../reporting/accounting/ledgerOfPayments.ts";
import { writeAccounting } from "../../../reporting/accounting/writeAccounting.ts";
import {
  buildTaxYear,
  type FiatQuery,
  type TaxPartner,
  type TaxYear,
} from "../../../reporting/reports/buildTaxYear.ts";
import { describeSpan } from "../../../reporting/reports/describeSpan.ts";
import { parseYear } from "../../../reporting/reports/parseYear.ts";
import { paymentsSheet, taxSheet } from "../../../reporting/reports/taxSheet.ts";
import { writeReport } from "../../../reporting/reports/writeReport.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import { command } from "../../command.ts";
import { readFiat } from "./readFiat.ts";

type TaxOption =
  | ("program" | "year" | "rates" | "fiat" | "threshold" | "out")
  | ("payments" | "format" | "datev");

/** `report tax`: what each partner was paid in a calendar year. */
export default command<TaxOption>(async (chain, options) => {
  const span = parseYear(requireOption("year", options.year, "a calendar year, such as 2026"));
  const program = await openNamedProgram(chain, options);
  const query = await readQuery(options);
  const year = await buildTaxYear(program, span, query);
  const { out } = options;
  if (out !== undefined)
    await writeReport(out, { ".csv": () => taxSheet(span.label, year, query) });
  const written = await writePayments(year, query, options);
  const json = {
    ...{ program: program.address, year: Number(span.label) },
    fiat: query?.fiat.code ?? null,
    partners: year.partners.map((partner) => toJson(partner, query)),
  };
  const files = [...(out === undefined ? [] : [out]), ...written];
  const where = files.length === 0 ? "--out F.csv writes it" : `written to ${files.join(", ")}`;
  const head = `Paid in ${describeSpan(span, year.until)}, by the times of the blocks`;
  return { json, text: `${head}\n\n${toTable(year.partners, query)}\n\n${where}` };
});

/** Each payment with its rate, or as a bookkeeping program takes it. Returns the files. */
async function writePayments(
  year: TaxYear,
  query: FiatQuery | undefined,
  { payments, format, datev }: CommandOptions<"payments" | "format" | "datev">,
): Promise<string[]> {
  if (format === undefined) {
    if (payments === undefined) return [];
    await writeReport(payments, { ".csv": () => paymentsSheet(year, query) });
    return [payments];
  }
  const file = requireOption("payments", payments, "the .csv file to write the payments to");
  if (query === undefined) {
    throw new TributaryError("Bookkeeping programs take amounts of a country's currency.", {
      todo: "Give --fiat and --rates, too.",
    });
  }
  return writeAccounting(ledgerOfPayments(year, query.fiat), { format, file, datev });
}

async function readQuery(
  options: CommandOptions<"rates" | "fiat" | "threshold">,
): Promise<FiatQuery | undefined> {
  const { rates, fiat, threshold } = options;
  if (rates === undefined && fiat === undefined && threshold === undefined) return undefined;
  const known = await readFiat(options);
  return { ...known, threshold: readThreshold(threshold, known.fiat) };
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
