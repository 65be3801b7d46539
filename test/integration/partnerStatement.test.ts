import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { rebuildBooks } from "../../core/ledger/rebuildBooks.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import statementCommand from "../../scripts/cli/commands/report/statement.ts";
import { readTable } from "../../scripts/files/table/readTable.ts";
import { buildPartnerStatement } from "../../scripts/reporting/reports/buildPartnerStatement.ts";
import { describeSpan } from "../../scripts/reporting/reports/describeSpan.ts";
import type { PartnerStatement } from "../../scripts/reporting/reports/PartnerStatement.ts";
import { parseMonth } from "../../scripts/reporting/reports/parseMonth.ts";
import { statementPage } from "../../scripts/reporting/reports/statementPage.ts";
import { buildStatement } from "../../scripts/reporting/statement/buildStatement.ts";
import type { StatementRow } from "../../scripts/reporting/statement/StatementRow.ts";
import { type Deal, playDeal } from "./support/playDeal.ts";
import { refusal } from "./support/refusal.ts";
import { jsonOf, refusalOf, runVerb } from "./support/verbs.ts";

const PARTNERS = [
  "ana",
  "ben",
  "cleo",
  "dora",
  "community",
  "moderators",
  "adviser",
  "tax account",
];
const MONTHS = [1, 2, 3, 4, 5, 6, 7].map((month) => `2025-0${month}`);

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n);

describe("A partner's statement", () => {
  let deal: Deal;
  let program: Program;
  let rows: StatementRow[];
  let folder: string;

  before(async () => {
    deal = await playDeal();
    program = deal.program;
    const history = await readHistory(program);
    rows = buildStatement(rebuildBooks(program.currencies, history), history.time, undefined);
    folder = await mkdtemp(join(tmpdir(), "tributary-statement-"));
  });
  after(async () => {
    await deal.close();
    await rm(folder, { recursive: true });
  });

  const statement = (partner: string, query: { period?: string; month?: string } = {}) =>
    buildPartnerStatement(program, { period: undefined, month: undefined, ...query, partner });

  /** Per currency: what the accounts say moved, and what the lines do. */
  const expectLinesToAddUp = ({ accounts, lines, partner, span }: PartnerStatement) => {
    for (const { symbol } of program.currencies) {
      const own = accounts.filter(({ currency }) => currency.symbol === symbol);
      const moved = sum(own.map(({ opening, closing }) => closing - opening));
      const told = lines.filter(({ currency }) => currency.symbol === symbol);
      expect(
        sum(told.map(({ amount }) => amount)),
        `${partner}, ${span.label}, ${symbol}`,
      ).to.equal(moved);
      const withheld = sum(own.map((account) => account.withheld));
      expect(sum(told.map((line) => line.withheld ?? 0n)), `${partner} withheld`).to.equal(
        withheld,
      );
    }
  };

  const expectToFollow = (one: PartnerStatement, last: PartnerStatement | undefined) => {
    for (const account of one.accounts) {
      const { name, source, currency, opening, earned, reversed, claimed, closing } = account;
      const before = last?.accounts.find(
        (other) =>
          other.name === name && other.source === source && other.currency.index === currency.index,
      );
      expect(opening, `${name}, ${one.span.label}`).to.equal(before?.closing ?? 0n);
      expect(closing).to.equal(opening + earned - reversed - claimed);
      expect(closing).to.equal(account.held + account.claimable);
    }
  };

  for (const partner of PARTNERS) {
    for (const [every, queries] of [
      ["period", ["0", "1", "2", "3", "4", "5", "6"].map((period) => ({ period }))],
      ["month", MONTHS.map((month) => ({ month }))],
    ] as const) {
      it(`of ${partner}: lines add up in each ${every}, and each opens as the last closed`, async () => {
        let last: PartnerStatement | undefined;
        for (const query of queries) {
          const one = await statement(partner, query);
          expectLinesToAddUp(one);
          expectToFollow(one, last);
          last = one;
        }
        expect(last?.accounts).to.not.equal(undefined);
      });
    }

    it(`of ${partner}: of all time it says what the books say`, async () => {
      const all = await statement(partner);
      expectLinesToAddUp(all);
      for (const { name, source, currency, ...account } of all.accounts) {
        const row = rows.find(
          (one) =>
            one.partner === name && one.source === source && one.currency.index === currency.index,
        );
        expect(account.opening).to.equal(0n);
        expect(account).to.deep.include({
          claimed: row?.claimed,
          withheld: row?.withheld,
          held: row?.held,
          claimable: row?.claimable,
          frozen: row?.frozen,
        });
        expect(account.earned - account.reversed).to.equal(
          (row?.earned ?? 0n) - (row?.reversed ?? 0n),
        );
      }
    });
  }

  it("tells each sale's rate and amount, refunds, disputes and payments", async () => {
    const { lines } = await statement("ben", { month: "2025-01" });
    const first = lines.find(({ sale }) => sale?.name === "s-1");
    expect(first).to.deep.include({ what: "sale", amount: 20_000_000n });
    expect(first?.sale).to.deep.include({
      ...{ name: "s-1", kind: "initial", amount: 100_000_000n, role: "seller", rate: 200_000 },
      locksAt: Date.UTC(2025, 0, 1) / 1_000 + 2 * 30 * 86_400,
    });
    const refund = lines.find(({ what }) => what === "refund");
    expect(refund).to.deep.include({ amount: -2_000_000n });
    expect(refund?.sale?.name).to.equal("s-1");

    const all = (await statement("ben")).lines;
    const words = new Set(all.map(({ what }) => what));
    expect([...words]).to.include.members(["dispute begins", "dispute ends", "payment"]);
    const payment = all.find(({ what }) => what === "payment");
    expect(payment?.withheld).to.equal(-(payment?.amount ?? 0n) / 10n);
    expect(payment?.transaction).to.match(/^0x[0-9a-f]{64}$/);
  });

  it("is a spreadsheet whose amounts and totals are the statement's", async () => {
    const out = join(folder, "ben.csv");
    const options = { program: program.address, partner: "ben", out };
    const json = await jsonOf<{ lines: unknown[] }>(deal.world, statementCommand, options);
    const columns = ["date", "what", "sale", "kind", "sale_amount", "role", "rate", "currency"];
    const table = await readTable(out, {
      required: [...columns, "amount", "withheld", "total", "locked_from", "transaction"],
    });
    const { lines, accounts } = await statement("ben");
    expect(table.filter((row) => row.get("amount") !== "")).to.have.length(lines.length);
    expect(json.lines).to.have.length(lines.length);
    const closing = table.filter((row) => row.get("what") === "ben: closing");
    expect(closing).to.have.length(accounts.length);
    const sale = table.find((row) => row.get("sale") === "s-1");
    expect(sale?.get("rate")).to.equal("20 %");
    expect(sale?.get("amount")).to.equal("20");
  });

  it("says of which times it is, and when each line locks", async () => {
    const month = { program: program.address, partner: "ben", month: "2025-01" };
    const { stdout } = await runVerb(deal.world, statementCommand, month);
    const span = "January 2025, from 2025-01-01 00:00:00 UTC to before 2025-02-01 00:00:00 UTC";
    expect(stdout).to.include(`ben: ${span}\n`);
    const ben = await statement("ben", { month: "2025-01" });
    const page = statementPage(ben);
    expect(page).to.include(`<dd>${span}</dd>`).and.include("Locked on (UTC)");
    expect(page).to.match(
      /<td>2025-01-\d\d \d\d:\d\d:\d\d<\/td>.*<td>2025-03-02 00:00:00<\/td><\/tr>/,
    );
    const whole = describeSpan({ label: "All time", from: 0, to: 1_751_328_001 }, 1_751_328_000);
    expect(whole).to.equal("All time, from the beginning as it stands at 2025-07-01 00:00:00 UTC");
    // What is told in one sum belongs to the month whose sum it is.
    const { lines, span: january } = await statement("moderators", { month: "2025-01" });
    expect(lines.map(({ time }) => time)).to.include(january.to - 1);
    expect(lines.every(({ time }) => time >= january.from && time < january.to)).to.equal(true);
    const file = join(folder, "moderators.csv");
    await jsonOf(deal.world, statementCommand, { ...month, partner: "moderators", out: file });
    expect(await readFile(file, "utf8")).to.include("2025-01-31 23:59:59 UTC,moderators: closing");
  });

  it("is a page that loads and runs nothing, and shows hostile names as text", async () => {
    const out = join(folder, "ana.html");
    const options = { program: program.address, partner: "ana", period: "0", out };
    await jsonOf(deal.world, statementCommand, options);
    const page = await readFile(out, "utf8");
    expect(page)
      .to.match(/<td class="name">s-2<\/td>/)
      .and.to.include("@media print");
    expect(page).to.not.match(/<script|src=|href=|url\(|@import/i);

    const hostile = `<img src=x onerror=alert(1)>"'&`;
    const whole = await statement("ana");
    const drawn = statementPage({
      ...whole,
      partner: hostile,
      programName: hostile,
      accounts: whole.accounts.map((account) => ({
        ...account,
        name: hostile,
        currency: { ...account.currency, symbol: hostile },
      })),
      lines: whole.lines.map((line) => ({
        ...line,
        what: hostile,
        currency: { ...line.currency, symbol: hostile },
        ...(line.sale && {
          sale: { ...line.sale, name: hostile, kind: hostile, role: hostile },
        }),
      })),
    });
    expect(drawn).to.not.include("<img");
    expect(drawn).to.include("&lt;img src=x onerror=alert(1)&gt;");
    expect(drawn).to.not.include(hostile.slice(-3));
  });

  it("refuses what is no month, period, partner or file, and says what is", async () => {
    expect(() => parseMonth("2025-13")).to.throw("a month such as 2026-01");
    const both = refusal(statement("ana", { period: "0", month: "2025-01" }));
    expect((await both).message).to.include("Give one of them");
    expect((await refusal(statement("nobody"))).message).to.include("no partner or standing line");
    const early = await refusal(statement("ana", { month: "2024-12" }));
    expect(early.message)
      .to.include("There is nothing to tell of December 2024")
      .and.include("2025-01-05");
    const late = await refusal(statement("ana", { month: "2030-01" }));
    expect(late.message).to.include("nothing to tell of January 2030");
    const ask = (options: object) =>
      refusalOf(deal.world, statementCommand, { program: program.address, ...options });
    expect(await ask({})).to.include("--partner");
    expect(await ask({ partner: "ana", out: "ana.pdf" })).to.include('".csv" or ".html"');
    expect(await ask({ partner: "ana", out: "/nowhere/a.csv" })).to.include("ENOENT");
    expect(await ask({ partner: "ana", period: "99" })).to.include("0 to 6");
  });
});
