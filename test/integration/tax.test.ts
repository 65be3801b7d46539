import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Currency } from "../../core/currency/Currency.ts";
import { rebuildBooks } from "../../core/ledger/rebuildBooks.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import tax from "../../scripts/cli/commands/report/tax.ts";
import { readRates } from "../../scripts/files/rates/readRates.ts";
import { readTable } from "../../scripts/files/table/readTable.ts";
import { buildTaxYear } from "../../scripts/reporting/reports/buildTaxYear.ts";
import { parseFiat } from "../../scripts/reporting/reports/Fiat.ts";
import { inFiat } from "../../scripts/reporting/reports/inFiat.ts";
import { parseYear } from "../../scripts/reporting/reports/parseYear.ts";
import { rateAt } from "../../scripts/reporting/reports/rateAt.ts";
import { buildStatement } from "../../scripts/reporting/statement/buildStatement.ts";
import { type Deal, playDeal } from "./support/playDeal.ts";
import { refusal } from "./support/refusal.ts";
import { BEN } from "./support/seed.ts";
import { jsonOf, refusalOf, runVerb } from "./support/verbs.ts";

const RATES = `date,currency,rate
2025-03-10,USDC,0.5
2025-03-12,USDC,0.92
2025-07-01,USDC,0.905
2025-01-01,ETH,3000.123456789
2025-07-10,ETH,2500
2025-01-01,DOGE,1
`;

interface TaxedPartner {
  readonly partner: string;
  readonly currencies: object[];
  readonly fiat: { readonly gross: string };
  readonly reachesThreshold?: boolean;
}

describe("The tax file", () => {
  let deal: Deal;
  let program: Program;
  let folder: string;
  let rates: string;

  before(async () => {
    deal = await playDeal();
    program = deal.program;
    folder = await mkdtemp(join(tmpdir(), "tributary-tax-"));
    rates = await write("rates.csv", RATES);
  });
  after(async () => {
    await deal.close();
    await rm(folder, { recursive: true });
  });

  const write = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  };
  const currency = (symbol: string) =>
    program.currencies.find((one) => one.symbol === symbol) as Currency;
  const run = (options: object) =>
    jsonOf<{ partners: TaxedPartner[] }>(deal.world, tax, {
      ...{ program: program.address, year: "2025" },
      ...options,
    });
  const named = (partners: readonly TaxedPartner[], name: string) =>
    partners.find(({ partner }) => partner === name) as TaxedPartner;
  const refused = (options: object) =>
    refusalOf(deal.world, tax, { program: program.address, year: "2025", ...options });

  it("counts each payment of earnings once, with what was withheld", async () => {
    const { payments } = await buildTaxYear(program, parseYear("2025"), undefined);
    const history = await readHistory(program);
    const books = rebuildBooks(program.currencies, history);
    const rows = buildStatement(books, history.time, undefined);
    for (const { symbol } of program.currencies) {
      const paid = payments.filter((one) => one.currency.symbol === symbol);
      const earned = rows.filter(
        ({ source, ...row }) =>
          row.currency.symbol === symbol &&
          ["partner", "pool", "standing", "buyout"].includes(source),
      );
      const sum = (amounts: bigint[]) => amounts.reduce((total, one) => total + one, 0n);
      expect(sum(paid.map(({ gross }) => gross))).to.equal(sum(earned.map((row) => row.claimed)));
      expect(sum(paid.map((one) => one.withheld))).to.equal(sum(earned.map((row) => row.withheld)));
    }
    const ben = payments.filter(({ wallet }) => wallet === BEN);
    expect(ben).to.have.length.greaterThan(1);
    for (const { gross, withheld } of ben) expect(withheld).to.equal(gross / 10n);
    expect(new Set(payments.map(({ partner }) => partner))).to.include.keys("ana", "ben", "cleo");
    expect(payments.map(({ partner }) => partner)).to.not.include("tax account");
  });

  it("takes a year's first second and not the next year's", async () => {
    const all = await buildTaxYear(program, parseYear("2025"), undefined);
    const time = all.payments[0]?.time ?? 0;
    const count = async (from: number, to: number) =>
      (await buildTaxYear(program, { label: "x", from, to }, undefined)).payments.length;
    const atOnce = all.payments.filter((payment) => payment.time === time).length;
    expect(await count(time, time + 1)).to.equal(atOnce);
    expect(await count(time - 10, time)).to.equal(0);
    expect(await count(time + 1, time + 2)).to.equal(0);
    expect((await buildTaxYear(program, parseYear("2024"), undefined)).payments).to.deep.equal([]);
    expect(parseYear("2024")).to.deep.include({ from: 1_704_067_200, to: 1_735_689_600 });
  });

  it("counts each payment at the last rate known at its time, to the nearest cent", async () => {
    const payments = join(folder, "payments.csv");
    const { partners } = await run({ fiat: "eur", rates, payments });
    const rows = await readTable(payments, {
      required: [
        ...["time", "partner", "wallet", "currency", "gross", "withheld", "net", "rate_of"],
        ...["rate", "fiat", "fiat_gross", "fiat_withheld"],
      ],
    });
    let cents = 0;
    for (const row of rows.filter((one) => one.get("partner") === "ben")) {
      const isFirst = row.get("time") < "2025-04";
      const rate =
        row.get("currency") === "USDC" ? (isFirst ? 0.92 : 0.905) : isFirst ? 3000.123456789 : 2500;
      expect(Number(row.get("rate"))).to.equal(rate);
      const exact = Number(row.get("gross")) * rate * 100;
      expect(Math.abs(Number(row.get("fiat_gross")) * 100 - exact)).to.be.lessThan(0.5001);
      cents += Math.round(Number(row.get("fiat_gross")) * 100);
    }
    expect(Math.round(Number(named(partners, "ben").fiat.gross) * 100)).to.equal(cents);
    expect(cents).to.be.greaterThan(0);
  });

  it("takes no currency that ISO 4217 does not have", () => {
    for (const code of ["XXQ", "EU", "USDC", "€", ""])
      expect(() => parseFiat(code)).to.throw(TributaryError, "a code of ISO 4217");
    expect(parseFiat("jpy")).to.deep.equal({ code: "JPY", decimals: 0 });
  });

  it("rounds halves up, exactly, in as many decimals as the fiat has", async () => {
    const usdc = currency("USDC");
    const rate = { time: 0, rate: 10n ** 18n, file: "rates.csv" };
    const euro = parseFiat("EUR");
    const yen = parseFiat("jpy");
    expect([euro.decimals, yen.decimals]).to.deep.equal([2, 0]);
    expect(inFiat(4_999n, usdc, rate, euro)).to.equal(0n);
    expect(inFiat(5_000n, usdc, rate, euro)).to.equal(1n);
    expect(inFiat(499_999n, usdc, rate, yen)).to.equal(0n);
    expect(inFiat(500_000n, usdc, rate, yen)).to.equal(1n);
    const huge = 9_007_199_254_740_993_000_000n;
    expect(inFiat(huge, usdc, rate, yen)).to.equal(9_007_199_254_740_993n);
    const read = await readRates(rates);
    const march12 = Date.UTC(2025, 2, 12) / 1_000;
    expect(rateAt(read, usdc, march12).rate).to.equal(920_000_000_000_000_000n);
    expect(rateAt(read, usdc, march12 - 1).rate).to.equal(500_000_000_000_000_000n);
  });

  it("flags who reached the threshold, and writes it all for a spreadsheet", async () => {
    const { partners } = await run({ fiat: "EUR", rates });
    const ana = named(partners, "ana").fiat.gross;
    const out = join(folder, "tax.csv");
    const flagged = async (threshold: string) => {
      const year = await run({ fiat: "EUR", rates, threshold, out });
      return named(year.partners, "ana").reachesThreshold;
    };
    const cents = BigInt(ana.replace(".", "").padEnd(ana.indexOf(".") + 2, "0"));
    expect(
      await flagged(`${(cents + 1n) / 100n}.${`${(cents + 1n) % 100n}`.padStart(2, "0")}`),
    ).to.equal(false);
    expect(await flagged(ana)).to.equal(true);
    const rows = await readTable(out, {
      required: [
        ...["year", "partner", "wallet", "currency", "payments", "gross", "withheld", "net"],
        ...["fiat", "fiat_gross", "fiat_withheld", "fiat_net", "threshold", "reached"],
      ],
    });
    const all = rows.find((row) => row.get("partner") === "ana" && row.get("currency") === "all");
    expect(all?.get("fiat_gross")).to.equal(ana);
    expect(all?.get("reached")).to.equal("yes");
    expect(rows.filter((row) => row.get("partner") === "ben")).to.have.length(
      named(partners, "ben").currencies.length + 1,
    );
    const { stdout } = await runVerb(deal.world, tax, {
      ...{ program: program.address, year: "2025", fiat: "EUR", rates, threshold: ana },
      json: false,
    });
    expect(stdout).to.match(/ana .*reached/);
  });

  it("refuses rates that are missing, unreadable or twice, and says what to do", async () => {
    expect(await refused({ fiat: "EUR" })).to.include("--rates");
    expect(await refused({ threshold: "600" })).to.include("--fiat");
    expect(await refused({ fiat: "euros", rates })).to.include("ISO 4217");
    expect(await refused({ year: "25" })).to.include("a year such as 2026");
    expect(await refused({ fiat: "EUR", rates, threshold: "1.234" })).to.include("2 decimals");
    const bad = (line: string) => write("bad.csv", `date,currency,rate\n${line}\n`);
    const asked = async (line: string) => refused({ fiat: "EUR", rates: await bad(line) });
    expect(await asked("2025-01-01,ETH,2000\n2025-06-01,USDC,0.9")).to.include(
      "no rate of USDC on 2025-03-12",
    );
    expect(await asked("2025-01-01,USDC,-1")).to.include("line 2, column rate");
    expect(await asked("2025-01-01,USDC,0")).to.include("a number above 0");
    expect(await asked("soon,USDC,1")).to.include("column date");
    const twice = readRates(await bad("2025-01-01,USDC,1\n2025-01-01,USDC,2"));
    expect((await refusal(twice)).message).to.include("a second time");
  });
});
