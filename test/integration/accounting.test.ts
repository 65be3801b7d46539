import { readFile } from "node:fs/promises";
import { expect } from "chai";
import type { Currency } from "../../core/currency/Currency.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import claim from "../../scripts/cli/commands/claim.ts";
import statement from "../../scripts/cli/commands/report/statement.ts";
import tax from "../../scripts/cli/commands/report/tax.ts";
import { readRates } from "../../scripts/files/rates/readRates.ts";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import { refundSales } from "../../scripts/posting/sales/refundSales.ts";
import { DATEV_COLUMNS } from "../../scripts/reporting/accounting/DATEV_COLUMNS.ts";
import { datevFile } from "../../scripts/reporting/accounting/datevFile.ts";
import { encodeWindows1252 } from "../../scripts/reporting/accounting/encodeWindows1252.ts";
import { FiatAccount } from "../../scripts/reporting/accounting/FiatAccount.ts";
import { readDatevSettings } from "../../scripts/reporting/accounting/readDatevSettings.ts";
import { writeAccounting } from "../../scripts/reporting/accounting/writeAccounting.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { refusal } from "./support/refusal.ts";
import { refundsFile, salesFile, seedProgram } from "./support/seed.ts";
import { jsonOf, refusalOf } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

const EUR = { code: "EUR", decimals: 2 };
const DATEV = {
  ...{ consultant: 29098, client: 55003, fiscalYearStarts: "2025-01-01", accountLength: 4 },
  accounts: { own: "1410", earned: "8400", paid: "1360", withheld: "1790" },
};

describe("Statements for bookkeeping programs", () => {
  let folder: Folder;
  let world: World;
  let program: Program;
  let rates: string;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await seedProgram(world, folder);
    rates = await folder.write(
      "rates.csv",
      "date,currency,rate\n2025-01-01,USDC,0.92\n2025-03-01,USDC,0.9\n",
    );
    const parameters = { account: world.account, progress: quietProgress() };
    await moveClock(world.chain, parseTime("2025-01-10T08:00:00Z") ?? 0);
    const file = await salesFile(
      folder,
      "Grüße; =1+1,c,initial,100,USDC,2025-01-06,,ana:integration:1",
      "S-2,c,initial,0.10,USDC,2025-01-06,,ana:integration:1",
    );
    await postSales(program, { ...parameters, file });
    await moveClock(world.chain, parseTime("2025-01-20T08:00:00Z") ?? 0);
    await refundSales(program, {
      ...parameters,
      file: await refundsFile(folder, "R-1,Grüße; =1+1,40,back,"),
    });
    await moveClock(world.chain, parseTime("2025-03-10T23:59:00Z") ?? 0);
    await jsonOf(world, claim, { program: program.address, partner: "ana" });
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  const write = async (format: string, name: string, options: object = {}) => {
    const out = folder.path(name);
    await jsonOf(world, statement, {
      ...{ program: program.address, partner: "ana", format, out, fiat: "EUR", rates },
      ...options,
    });
    return readFile(out);
  };
  const refused = (options: object) =>
    refusalOf(world, statement, { program: program.address, partner: "ana", ...options });

  // Ana earns 15 of the first sale and 0.015 of the second: 13.80 and 13.8138 EUR; 6 go back: 8.2938; 9.015 are paid at 0.9: 0.1803 stay.
  it("are a bank upload of three columns for QuickBooks", async () => {
    expect((await write("quickbooks", "quickbooks.csv")).toString("utf8")).to.equal(
      [
        "Date,Description,Amount",
        "01/10/2025,Test collective - sale Grüße 1 1 initial as integration,13.80",
        "01/10/2025,Test collective - sale S-2 initial as integration,0.01",
        "01/20/2025,Test collective - refund Grüße 1 1 initial as integration,-5.52",
        "03/10/2025,Test collective - payment,-8.11",
        "",
      ].join("\r\n"),
    );
  });

  it("are a bank statement for Xero", async () => {
    const hash = "0x[0-9a-f]{64}";
    const text = (await write("Xero", "xero.csv")).toString("utf8");
    expect(text).to.match(
      new RegExp(
        [
          "^\\*Date,\\*Amount,Payee,Description,Reference",
          "2025-01-10,13.80,Test collective,sale Grüße;' =1\\+1 \\(initial\\) as integration,Grüße;' =1\\+1",
          "2025-01-10,0.01,Test collective,sale S-2 \\(initial\\) as integration,S-2",
          "2025-01-20,-5.52,Test collective,refund Grüße;' =1\\+1 \\(initial\\) as integration,Grüße;' =1\\+1",
          `2025-03-10,-8.11,Test collective,payment,${hash}`,
          "$",
        ].join("\r\n"),
      ),
    );
  });

  it("are a batch of bookings for DATEV, in Windows-1252", async () => {
    const datev = await folder.write("datev.json", JSON.stringify(DATEV));
    const bytes = await write("datev", "EXTF_ana.csv", { datev, month: "2025-01" });
    expect(bytes.includes(Buffer.from("Gr\xfc\xdfe", "latin1"))).to.equal(true);
    const lines = new TextDecoder("windows-1252").decode(bytes).split("\r\n");
    expect(lines).to.have.length(6);
    expect(lines[0]).to.equal(
      '"EXTF";700;21;"Buchungsstapel";13;20250201000000000;;"";"";"";29098;55003;20250101;4;20250110;20250120;"Tributary";"";1;0;0;"EUR";;"";;;"";;;"";""',
    );
    expect(lines[1]?.split(";")).to.have.length(125);
    expect(lines[1]).to.match(
      /^Umsatz \(ohne Soll\/Haben-Kz\);Soll\/Haben-Kennzeichen;WKZ Umsatz;Kurs;/,
    );
    const rest = `;;"";;;;""${';""'.repeat(16)};"";"";;"";;"";;;;;${';""'.repeat(40)}`;
    const start = (amount: string, side: string, day: string, field: string, text: string) =>
      `${amount};"${side}";"EUR";;;"";1410;8400;"";${day};"${field}";"";;"${text}"${rest}`;
    const texts = [
      [
        "13,80",
        "S",
        "1001",
        "Gre1+1",
        "Test collective: sale Grüße; =1+1 (initial) as integration",
      ],
      ["0,01", "S", "1001", "S-2", "Test collective: sale S-2 (initial) as integration"],
      [
        "5,52",
        "H",
        "2001",
        "Gre1+1",
        "Test collective: refund Grüße; =1+1 (initial) as integration".slice(0, 60),
      ],
    ] as const;
    for (const [index, [amount, side, day, field, text]] of texts.entries()) {
      const line = lines[index + 2] ?? "";
      expect(line.slice(0, start(amount, side, day, field, text).length)).to.equal(
        start(amount, side, day, field, text),
      );
      // A text may hold the mark that parts fields.
      expect(line.replaceAll(/"[^"]*"/g, '""').split(";")).to.have.length(125);
    }
    expect(lines[5]).to.equal("");
    // Payments go to the wallet.
    const march = await write("datev", "EXTF_march.csv", { datev, month: "2025-03" });
    expect(march.toString("latin1").split("\r\n")[2]).to.match(
      /^8,11;"H";"EUR";;;"";1410;1360;"";1003;/,
    );
  });

  it("of a year's payments have the very amounts of the tax file", async () => {
    const payments = folder.path("payments.csv");
    const options = { program: program.address, year: "2025", fiat: "EUR", rates, payments };
    await jsonOf(world, tax, { ...options, format: "quickbooks" });
    expect(await readFile(payments, "utf8")).to.equal(
      "Date,Description,Amount\r\n03/10/2025,ana - payment of USDC to ana,-8.11\r\n",
    );
    const told = await jsonOf<{ partners: { fiat: { gross: string } }[] }>(world, tax, options);
    expect(told.partners.map(({ fiat }) => fiat.gross)).to.deep.equal(["8.11"]);
    const refusing = (more: object) =>
      refusalOf(world, tax, { program: program.address, year: "2025", format: "xero", ...more });
    expect(await refusing({ payments })).to.include("--fiat");
    expect(await refusing({ fiat: "EUR", rates })).to.include("--payments");
  });

  it("are refused with what is missing or wrong", async () => {
    const out = folder.path("x.csv");
    const fiat = { fiat: "EUR", rates };
    expect(await refused({ format: "quickbooks", out })).to.include("--fiat and --rates");
    expect(await refused({ format: "quickbooks", ...fiat })).to.include("--out");
    expect(await refused({ format: "sage", out, ...fiat })).to.include(
      '"quickbooks", "xero" or "datev"',
    );
    expect(await refused({ format: "datev", out, ...fiat })).to.include("--datev");
    const datev = await folder.write("good.json", JSON.stringify(DATEV));
    expect(await refused({ format: "datev", out, datev, ...fiat })).to.include("EXTF_");
    const extf = { format: "datev", out: folder.path("EXTF_x.csv"), ...fiat };
    const write = (changes: object) =>
      folder.write("bad.json", JSON.stringify({ ...DATEV, ...changes }));
    const other = await write({ fiscalYearStarts: "2026-01-01" });
    expect(await refused({ ...extf, datev: other })).to.include("one fiscal year");
    const few = await write({ accounts: { own: "1410", paid: "1360" } });
    expect(await refused({ ...extf, datev: few })).to.include('"earned"');
    for (const [changes, found] of [
      [{ consultant: 12 }, "consultant"],
      [{ fiscalYearStarts: "2025-02-30" }, "a day that exists"],
      [{ accounts: { ...DATEV.accounts, own: "14100000" } }, "accounts.own"],
    ] as const) {
      const error = await refusal(readDatevSettings(await write(changes)));
      expect(error.message).to.include(found);
    }
    const empty = { ...fiat, month: "2025-02", format: "xero", out };
    expect(await refused(empty)).to.include("no entry");
  });

  it("are several files where a program takes no more in one", async () => {
    const entries = Array.from({ length: 2_001 }, (_, index) => ({
      ...({ kind: "earned", time: 1_736_000_000 + index, amount: 1n, payee: "P" } as const),
      ...{ description: "d", reference: `${index}` },
    }));
    const ledger = { fiat: EUR, entries, until: 1_737_000_000 };
    const file = folder.path("many.csv");
    const names = await writeAccounting(ledger, { format: "xero", file, datev: undefined });
    expect(names).to.deep.equal([1, 2, 3].map((part) => folder.path(`many-${part}.csv`)));
    const counts = await Promise.all(
      names.map(async (name) => (await readFile(name, "utf8")).split("\r\n").length - 2),
    );
    expect(counts).to.deep.equal([1_000, 1_000, 1]);
    const none = { ...ledger, entries: [] };
    const error = await refusal(writeAccounting(none, { format: "xero", file, datev: undefined }));
    expect(error.message).to.include("no entry");
  });

  it("lose no line for being small, and never round twice", async () => {
    const currency = program.currencies.find(({ symbol }) => symbol === "USDC") as Currency;
    const known = await readRates(rates);
    const account = new FiatAccount(EUR, known);
    const time = parseTime("2025-01-10") ?? 0;
    // A thousand times 0.001 USDC is 0.92 EUR, though each is less than half a cent.
    const added = Array.from({ length: 1_000 }, () => account.add(1_000n, currency, time));
    expect(added.reduce((sum, one) => sum + one, 0n)).to.equal(92n);
    expect(added.every((one) => one === 0n || one === 1n)).to.equal(true);
    const back = Array.from({ length: 1_000 }, () => account.add(-1_000n, currency, time));
    expect(back.reduce((sum, one) => sum + one, 0n)).to.equal(-92n);
  });

  it("have the fields of the format, and characters that it has", () => {
    expect(DATEV_COLUMNS).to.have.length(125);
    expect(DATEV_COLUMNS.filter(({ isText }) => isText)).to.have.length(84);
    for (const [place, name] of [
      [7, "Konto"],
      [10, "Belegdatum"],
      [14, "Buchungstext"],
      [37, "KOST1 - Kostenstelle"],
      [88, "Stück"],
      [114, "Festschreibung"],
      [125, "Abw. Skontokonto"],
    ] as const)
      expect(DATEV_COLUMNS[place - 1]?.name).to.equal(name);
    expect(encodeWindows1252("Zoë €5 – Łódź 東").toString("latin1")).to.equal(
      "Zo\xeb \x805 \x96 ?\xf3dz ?",
    );
    expect(encodeWindows1252("x\u0302y ‘q\u0323’").toString("latin1")).to.equal("xy \x91q\x92");
  });

  it("begin no formula for DATEV", () => {
    const entry = {
      ...({ kind: "paid", time: 1_736_000_000, amount: -1n, reference: "r" } as const),
      ...{ payee: ' \u00a0=HYPERLINK("https://x")', description: "d" },
    };
    const ledger = { fiat: EUR, entries: [entry], until: 1_737_000_000 };
    expect(datevFile(ledger, DATEV).toString("latin1")).to.include(
      ';"HYPERLINK(""https://x""): d";',
    );
  });
});
