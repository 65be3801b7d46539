import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { formatUnits, parseUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { decimalsOf } from "../../../core/currency/decimalsOf.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { sum } from "../../../core/money/sum.ts";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import type { PastSale } from "../../../scripts/simulation/PastSale.ts";
import { readPastSales } from "../../../scripts/simulation/readPastSales.ts";
import { readSimulatedTerms } from "../../../scripts/simulation/readSimulatedTerms.ts";

/** One amount of the sale that is worked through. */
interface DealLine {
  /** A role, a standing line, or "residual". */
  readonly source: string;
  readonly partner: string;
  /** In the currency's smallest unit. */
  readonly amount: bigint;
}

/** What a partner has in the end of all of the example's sales. */
interface DealRow {
  readonly partner: string;
  readonly source: string;
  readonly currency: string;
  readonly earned: string;
  readonly reversed: string;
}

/** An example's deal, with the first of its sales and who gets what, as expected.json has it and the chain is held to. */
export interface Deal {
  readonly name: string;
  readonly file: TermsFile;
  readonly terms: Terms;
  readonly currencies: readonly Currency[];
  readonly sale: PastSale;
  readonly lines: readonly DealLine[];
  readonly statement: readonly DealRow[];
  readonly hasRefunds: boolean;
}

interface Expected {
  readonly lines: Readonly<
    Record<string, readonly (Omit<DealLine, "amount"> & { amount: string })[]>
  >;
  readonly statement: readonly DealRow[];
}

export async function readDeal(name: string): Promise<Deal> {
  const path = (file: string) => join("examples", name, file);
  const file: TermsFile = JSON.parse(await readFile(path("terms.json"), "utf8"));
  const expected: Expected = JSON.parse(await readFile(path("expected.json"), "utf8"));
  const { sales } = await readPastSales(path("sales.csv"), () => {});
  const [[id, shown] = ["", []]] = Object.entries(expected.lines);
  const sale = sales.find((one) => one.id === id);
  if (sale === undefined) throw new Error(`${name}: no sale ${id}`);
  const decimals = decimalsOf(sale.currency);
  const lines = shown.map((line) => ({ ...line, amount: parseUnits(line.amount, decimals) }));
  if (sum(lines.map(({ amount }) => amount)) !== sale.amount)
    throw new Error(`${name}: the lines of ${id} are not ${formatUnits(sale.amount, decimals)}`);
  const refunds = await readFile(path("refunds.csv"), "utf8");
  const {
    terms,
    decimals: places,
    symbols,
  } = await readSimulatedTerms(path("terms.json"), sale.time);
  const currencies = terms.currencies.flatMap((address, index) => {
    const symbol = symbols[index];
    return symbol === undefined ? [] : [{ index, address, symbol, decimals: places[index] ?? 0 }];
  });
  return {
    ...{ name, file, terms, currencies, sale, lines },
    statement: expected.statement,
    hasRefunds: refunds.trim().includes("\n"),
  };
}
