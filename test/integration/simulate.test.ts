import { readFile } from "node:fs/promises";
import { expect } from "chai";
import { formatUnits, parseUnits } from "viem";
import { readPartnersFile } from "../../scripts/chain/partners/readPartnersFile.ts";
import { describeComparison } from "../../scripts/simulation/describeComparison.ts";
import { readPast } from "../../scripts/simulation/readPast.ts";
import { readScenario } from "../../scripts/simulation/readScenario.ts";
import { readSimulatedTerms } from "../../scripts/simulation/readSimulatedTerms.ts";
import { drawReport } from "../../scripts/simulation/report/drawReport.ts";
import { AS_IT_WAS, type Scenario } from "../../scripts/simulation/Scenario.ts";
import type { Simulation } from "../../scripts/simulation/Simulation.ts";
import { simulateTerms } from "../../scripts/simulation/simulateTerms.ts";
import { toSimulationJson } from "../../scripts/simulation/toSimulationJson.ts";
import { hardhat } from "./support/cli.ts";
import { exampleFile, type Folder, openFolder } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";

/** Its place among the currencies; ETH has the first. */
const USDC = 1;

const HOLDER = `0x${"11".repeat(20)}`;

const SALES = [
  "sale_id,kind,amount,currency,occurred_at,credits",
  "s1,sale,100.00,USDC,2025-01-10,Ada:seller:1",
  "s2,sale,200.00,USDC,2025-02-20,Ada:seller:1;Ben:coach:1",
  "s3,sale,50.00,USDC,2025-06-01,Ben:seller:1",
].join("\n");

const PARTNERS = [
  "partner,wallet,tier,joined_at,referrer",
  `Ada,0x${"a1".repeat(20)},,2024-01-01,`,
  `Ben,0x${"b2".repeat(20)},,2024-01-01,Ada`,
  "",
].join("\n");

const TERMS = {
  name: "Shop",
  currencies: ["USDC"],
  period: "30d",
  kinds: ["sale"],
  roles: {
    seller: { rates: { "*": "10%" } },
    coach: { rates: { "*": "5%" } },
  },
  standing: [{ name: "crew", holder: HOLDER, rate: "2%" }],
};

describe("Simulating terms", () => {
  let folder: Folder;
  let salesFile: string;
  let partnersFile: string;

  before(async () => {
    folder = await openFolder();
    salesFile = await folder.write("sales.csv", SALES);
    partnersFile = await folder.write("partners.csv", PARTNERS);
  });
  after(() => folder.remove());

  const run = async (
    changes: object = {},
    scenario: Partial<Scenario> = {},
    refunds?: string,
  ): Promise<Simulation> => {
    const terms = await folder.write("terms.json", JSON.stringify({ ...TERMS, ...changes }));
    const refundsFile =
      refunds === undefined
        ? undefined
        : await folder.write("refunds.csv", `refund_id,sale_id,amount,occurred_at\n${refunds}`);
    const past = await readPast(salesFile, refundsFile, quietProgress());
    return simulate(terms, past, partnersFile, { ...AS_IT_WAS, ...scenario });
  };

  const amounts = (simulation: Simulation) =>
    Object.fromEntries(
      toSimulationJson(simulation).rows.map(({ party, source, amount }) => [
        `${party}, ${source}`,
        amount,
      ]),
    );

  for (const example of ["saas", "tech-partnership"]) {
    it(`pays what the example ${example} expects, to the last unit`, async () => {
      const at = (file: string) => exampleFile(example, file);
      const past = await readPast(at("sales.csv"), at("refunds.csv"), quietProgress());
      const simulation = await simulate(at("terms.json"), past, at("partners.csv"), AS_IT_WAS);
      const { statement } = JSON.parse(await readFile(at("expected.json"), "utf8")) as {
        statement: Record<string, string>[];
      };
      const found = new Map<string, bigint>();
      for (const { party, currency, amount } of toSimulationJson(simulation).rows) {
        const key = `${party} ${currency}`;
        found.set(key, (found.get(key) ?? 0n) + parseUnits(amount, 18));
      }
      const earners = statement.filter(
        ({ source }) => source === "partner" || source === "standing",
      );
      expect(earners.length).to.be.greaterThan(8);
      for (const { partner, currency, earned = "", reversed = "" } of earners) {
        const amount = formatUnits(found.get(`${partner} ${currency}`) ?? 0n, 18);
        const expected = formatUnits(parseUnits(earned, 18) - parseUnits(reversed, 18), 18);
        expect(amount, `${partner} in ${currency}`).to.equal(expected);
      }
    });
  }

  it("adds up per party, source and period, and tells the margin and the worst sale", async () => {
    const json = toSimulationJson(await run());
    expect(json).to.deep.include({ sales: 3, margin: "0.851428" });
    expect(json.residual).to.deep.equal([{ currency: "USDC", amount: "298" }]);
    expect(json.rows).to.have.deep.members([
      { party: "Ada", source: "seller", currency: "USDC", amount: "30" },
      { party: "Ben", source: "coach", currency: "USDC", amount: "10" },
      { party: "Ben", source: "seller", currency: "USDC", amount: "5" },
      { party: "crew", source: "crew", currency: "USDC", amount: "7" },
    ]);
    expect(json.periods.map(({ period }) => period)).to.deep.equal([0, 1, 4]);
    expect(json.periods[1]?.rows).to.deep.include({
      ...{ party: "Ada", source: "seller" },
      ...{ currency: "USDC", amount: "20" },
    });
    expect(json.worstSale).to.include({ sale: "s2", paid: "34", margin: "0.83" });
    expect(json.perSale).to.include({ lowest: "0.83", highest: "0.88" });
  });

  it("conserves the money of every period under refunds, whole and in part", async () => {
    const simulation = await run({}, {}, "r1,s1,33.33,2025-01-11\nr2,s2,200,2025-02-21");
    for (const [period, sums] of simulation.periods) {
      const paid = simulation.rows.reduce((sum, row) => sum + (row.periods.get(period) ?? 0n), 0n);
      const { revenue = 0n, residual = 0n } = sums.get(USDC) ?? {};
      expect(paid + residual).to.equal(revenue);
    }
    expect(simulation.refunds).to.deep.equal({ applied: 2, tooLate: 0 });
  });

  it("tells apart refunds that come too late", async () => {
    const { refunds } = await run({}, {}, "r1,s1,100,2025-04-01");
    expect(refunds).to.deep.equal({ applied: 0, tooLate: 1 });
  });

  it("pays fees and minima of standing lines, from the reserve where the residual is too small", async () => {
    const standing = [{ name: "crew", holder: HOLDER, rate: "2%", fee: "100", ends: "2025-04-10" }];
    const simulation = await run({ starts: "2025-01-10", standing });
    expect(amounts(simulation)["crew, crew"]).to.equal("306");
    const { residual = 0n, reserve = 0n } = simulation.sums.get(USDC) ?? {};
    expect(formatUnits(reserve, 6)).to.equal("112");
    expect(formatUnits(residual, 6)).to.equal("111");
  });

  it("graduates partners as soon as they may, from the next period on", async () => {
    const tiers = { start: "0%", senior: "5%" };
    const simulation = await run({
      holdPeriods: 0,
      roles: { ...TERMS.roles, seller: { rates: { "*": "10%" }, tiers } },
      graduation: { senior: { sales: 1 } },
      milestones: [{ name: "first", measure: "sales", reaches: "2", pays: "7" }],
    });
    expect(amounts(simulation)).to.include({
      "Ada, seller": "30",
      "Ben, seller": "7.5",
      "Ada, first": "7",
      "Ben, first": "7",
    });
  });

  describe("under a scenario", () => {
    it("scales the volume", async () => {
      expect(amounts(await run({}, { volume: 1_500_000n }))).to.include({ "Ada, seller": "45" });
    });

    it("refunds a part of each sale", async () => {
      const simulation = await run({}, { refunds: 100_000 }, "r1,s1,100,2025-01-11");
      expect(amounts(simulation)).to.include({ "Ada, seller": "27", "crew, crew": "6.3" });
    });

    it("deals the sales to more partners in turns, each referred by its own", async () => {
      const roles = { ...TERMS.roles, finder: { of: "referral", rates: { "*": "10%" } } };
      expect(amounts(await run({ roles }, { partners: 2 }))).to.deep.equal({
        "Ada, seller": "10",
        "Ada #2, seller": "20",
        "Ben #2, coach": "10",
        "Ada #2, finder": "1",
        "Ben, seller": "5",
        "Ada, finder": "0.5",
        "crew, crew": "7",
      });
    });

    it("runs the same sales for more years, and refunds with them", async () => {
      const simulation = await run({}, { years: 3 }, "r1,s3,50,2025-06-02");
      expect(simulation.sales).to.equal(9);
      expect(simulation.refunds.applied).to.equal(3);
      expect(amounts(simulation)).to.include({ "Ada, seller": "90" });
    });

    it("has past sales meet terms that start later", async () => {
      const failed = await run({ starts: "2026-01-01" }).catch((error: Error) => error.message);
      expect(failed).to.contain('{"shift": "356d"}');
      const { sales, periods } = await run({ starts: "2026-01-01" }, { shift: 356 * 86_400 });
      expect([sales, [...periods.keys()][0]]).to.deep.equal([3, 0]);
    });

    it("F14: plays what somebody pays in to buy the next period's volume bonus", async () => {
      const volume = { every: "1000", add: "1%", max: "3%" };
      const roles = { seller: { rates: { "*": "10%" }, volume }, coach: TERMS.roles.coach };
      const ceilings = { roles, ceiling: "100%" };
      expect(amounts(await run(ceilings))).to.include({ "Ada, seller": "30", "Ben, seller": "5" });
      const bought = await run(ceilings, { paid: { USDC: "2500" } });
      // S2 and s3 fall into later periods, with 2 % more each; Ada's first sale into the first one.
      expect(amounts(bought)).to.include({ "Ada, seller": "34", "Ben, seller": "6" });
      const more = await run(ceilings, { paid: { USDC: "1000000" } });
      expect(amounts(more)).to.include({ "Ada, seller": "36", "Ben, seller": "6.5" });
      const unknown = await run({}, { paid: { DAI: "1" } }).catch((error: Error) => error.message);
      expect(unknown).to.include('no currency "DAI"').and.include("USDC");
    });

    it("F14: plays sales of one unit that reach a milestone by their number, which a least sale bounds", async () => {
      const milestones = [{ name: "three", measure: "sales", reaches: "6", pays: "25" }];
      expect(amounts(await run({ milestones }))).to.not.have.property("Ada, three");
      const farmed = await run({ milestones }, { small: 2 });
      expect(amounts(farmed)).to.include({ "Ada, three": "25", "Ben, three": "25" });
      const bounded = await run({ milestones, leastSale: "1" }, { small: 2 });
      expect(amounts(bounded)).to.not.have.property("Ada, three");
    });

    it("reads a scenario file", async () => {
      const scenario = { volume: 2.5, refunds: "5%", partners: 10, years: 3, shift: "10d" };
      const file = await folder.write("scenario.json", JSON.stringify(scenario));
      expect(await readScenario(file)).to.deep.equal({
        ...{ volume: 2_500_000n, refunds: 50_000, partners: 10, years: 3 },
        ...{ shift: 864_000, paid: {}, small: 0 },
      });
      const farmed = await folder.write("scenario.json", '{"paid": {"USDC": "5"}, "small": 2}');
      expect(await readScenario(farmed))
        .to.include({ small: 2 })
        .and.deep.include({
          paid: { USDC: "5" },
        });
    });

    for (const [field, value] of Object.entries({
      volume: 0,
      refunds: "5",
      partners: 1.5,
      years: 0,
      shift: "1y",
      seasons: 4,
      paid: 5,
      small: 0,
    })) {
      it(`refuses ${field}: ${JSON.stringify(value)}`, async () => {
        const file = await folder.write("scenario.json", JSON.stringify({ [field]: value }));
        const message = await readScenario(file).catch((error: Error) => error.message);
        expect(message).to.match(/scenario\.json is no scenario\. Found: .*Allowed: /);
        expect(message).to.contain(field);
      });
    }
  });

  it("tells which sales the terms do not let be posted", async () => {
    const { refused, sales } = await run({ postingLimit: "150" });
    expect([sales, refused.count, refused.first[0]?.sale]).to.deep.equal([2, 1, "s2"]);
  });

  for (const [what, sale, place] of [
    ["kind", "s9,gift,1.00,USDC,2025-01-10,", "line 2, column kind"],
    ["currency", "s9,sale,1.00,DAI,2025-01-10,", "line 2, column currency"],
    ["role", "s9,sale,1.00,USDC,2025-01-10,Ada:king:1", "line 2, column credits"],
    ["partner", "s9,sale,1.00,USDC,2025-01-10,Eve:seller:1", "line 2, column credits"],
    [
      "id twice",
      "s1,sale,1.00,USDC,2025-01-10,\ns1,sale,1.00,USDC,2025-01-10,",
      "line 3, column sale_id",
    ],
  ] as const) {
    it(`refuses an unknown ${what} by line and column`, async () => {
      const sales = await folder.write("bad.csv", `${SALES.split("\n")[0]}\n${sale}`);
      const terms = await folder.write("terms.json", JSON.stringify(TERMS));
      const message = await readPast(sales, undefined, quietProgress())
        .then((past) => simulate(terms, past, partnersFile, AS_IT_WAS))
        .then(
          ({ refused }) => refused.first[0]?.reason,
          (error: Error) => error.message,
        );
      expect(message).to.contain(place);
    });
  }

  it("shows names in a report as text, without anything to load or run", async () => {
    const evil = `<img src=x onerror=alert(1)> & "co"`;
    const report = drawReport([await run({ name: evil }), await run()]);
    expect(report).not.to.contain("<img");
    expect(report).to.contain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;");
    expect(report).not.to.match(/<script|https?:|url\(|@import/);
    expect(report).to.contain("default-src 'none'");
    expect(report).to.contain("Side by side");
  });

  it("compares several terms side by side", async () => {
    const dearer = { seller: { rates: { "*": "20%" } }, coach: TERMS.roles.coach };
    const text = describeComparison([await run(), await run({ roles: dearer })]);
    expect(text).to.match(/margin +USDC +85\.1428 % +75\.1428 %/);
    expect(text).to.match(/Ada +USDC +30 +60/);
  });

  it("is a command that needs no chain and prints one document", async () => {
    const files = ["--sales", salesFile, "--partners", partnersFile];
    const terms = await folder.write("terms.json", JSON.stringify(TERMS));
    const report = await folder.write("report.html", "");
    const args = ["--terms", `${terms},${terms}`, ...files, "--report", report, "--json"];
    const { status, stdout, stderr } = await hardhat("http://127.0.0.1:1", ["simulate", ...args]);
    expect(status, stderr).to.equal(0);
    const json = JSON.parse(stdout) as Record<string, unknown>;
    expect(json).to.include({ sales: 3, margin: "0.851428" });
    expect(json.comparison).to.have.length(2);
    expect(await readFile(report, "utf8")).to.match(/^<!doctype html>/);
  });
});

async function simulate(
  file: string,
  past: Awaited<ReturnType<typeof readPast>>,
  partnersFile: string,
  scenario: Scenario,
): Promise<Simulation> {
  const first = (past.sales[0]?.time ?? 0) + scenario.shift;
  const simulated = await readSimulatedTerms(file, first);
  const partners = await readPartnersFile(partnersFile, simulated.terms);
  return simulateTerms({ simulated, past, partners, scenario }, () => undefined);
}
