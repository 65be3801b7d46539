import { formatUnits } from "viem";
import { formatInstant } from "../../../core/text/formatInstant.ts";
import { formatFiatRate } from "../../files/rates/formatFiatRate.ts";
import { sheetOf } from "../../files/table/sheetOf.ts";
import type { FiatQuery, TaxPartner, TaxPayment, TaxYear } from "./buildTaxYear.ts";

const HEADER = [
  ...["year", "partner", "wallet", "currency", "payments", "gross", "withheld", "net"],
  ...["fiat", "fiat_gross", "fiat_withheld", "fiat_net", "threshold", "reached"],
];
const PAYMENTS_HEADER = [
  ...["time", "partner", "wallet", "currency", "gross", "withheld", "net"],
  ...["rate_of", "rate", "fiat", "fiat_gross", "fiat_withheld"],
];

/** The tax file: per partner a row for each currency, and one for all of them in fiat. */
export function taxSheet(
  year: string,
  { partners }: TaxYear,
  query: FiatQuery | undefined,
): string {
  return sheetOf(
    HEADER,
    partners.flatMap((partner) => partnerRows(year, partner, query)),
  );
}

function partnerRows(year: string, partner: TaxPartner, query: FiatQuery | undefined): string[][] {
  const who = [year, partner.partner, partner.wallet];
  const flag = thresholdCells(partner, query);
  const rows = partner.currencies.map(({ currency, payments, gross, withheld, inFiat }) => {
    const show = (amount: bigint) => formatUnits(amount, currency.decimals);
    const paid = [String(payments), show(gross), show(withheld), show(gross - withheld)];
    return [...who, currency.symbol, ...paid, ...fiatCells(inFiat, query), ...flag];
  });
  if (query === undefined) return rows;
  const payments = partner.currencies.reduce((sum, one) => sum + one.payments, 0);
  const all = [...who, "all", String(payments), "", "", ""];
  return [...rows, [...all, ...fiatCells(partner.inFiat, query), ...flag]];
}

function fiatCells(sums: TaxPartner["inFiat"], query: FiatQuery | undefined): string[] {
  if (sums === undefined || query === undefined) return ["", "", "", ""];
  const { code, decimals } = query.fiat;
  const amounts = [sums.gross, sums.withheld, sums.gross - sums.withheld];
  return [code, ...amounts.map((amount) => formatUnits(amount, decimals))];
}

function thresholdCells(
  { reachesThreshold }: TaxPartner,
  query: FiatQuery | undefined,
): [string, string] {
  if (query?.threshold === undefined) return ["", ""];
  return [formatUnits(query.threshold, query.fiat.decimals), reachesThreshold ? "yes" : "no"];
}

/** Every payment with the rate it was counted at. */
export function paymentsSheet({ payments }: TaxYear, query: FiatQuery | undefined): string {
  return sheetOf(
    PAYMENTS_HEADER,
    payments.map((payment) => paymentRow(payment, query)),
  );
}

function paymentRow(payment: TaxPayment, query: FiatQuery | undefined): string[] {
  const { time, partner, wallet, currency, gross, withheld, inFiat } = payment;
  const show = (amount: bigint) => formatUnits(amount, currency.decimals);
  const paid = [show(gross), show(withheld), show(gross - withheld)];
  const rate =
    inFiat === undefined
      ? ["", ""]
      : [formatInstant(inFiat.rate.time), formatFiatRate(inFiat.rate)];
  const fiat = fiatCells(inFiat, query).slice(0, 3);
  return [formatInstant(time), partner, wallet, currency.symbol, ...paid, ...rate, ...fiat];
}
