import { expect } from "chai";
import { formatUnits, parseUnits } from "viem";
import { earningsOf } from "../../core/equity/earningsOf.ts";
import { exitShares } from "../../core/equity/exitShares.ts";
import { grantCurve } from "../../core/equity/grantCurve.ts";
import { grantUnits } from "../../core/equity/grantUnits.ts";
import { hurdlesAhead } from "../../core/equity/hurdlesAhead.ts";
import { openPlan } from "../../core/equity/openPlan.ts";
import type { GrantTerms, PlanBooks } from "../../core/equity/PlanBooks.ts";
import type { PlanTerms } from "../../core/equity/PlanTerms.ts";
import { shareMoney } from "../../core/equity/shareMoney.ts";
import { vestedUnits } from "../../core/equity/vestedUnits.ts";
import { sum } from "../../core/money/sum.ts";
import { groupDigits } from "../../core/text/groupDigits.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import type { Happening } from "../../scripts/equity/Happening.ts";
import { readGrants } from "../../scripts/equity/readGrants.ts";
import { readHappenings } from "../../scripts/equity/readHappenings.ts";
import { readPlan } from "../../scripts/equity/readPlan.ts";
import { bandsByClass, bandsByGrant } from "../../scripts/equity/report/Band.ts";
import { drawPlanReport } from "../../scripts/equity/report/drawPlanReport.ts";
import { exitPrices } from "../../scripts/equity/report/exitPrices.ts";
import type { PlanReport } from "../../scripts/equity/report/PlanReport.ts";
import { reportSimulation } from "../../scripts/equity/report/reportSimulation.ts";
import { spreadOut } from "../../scripts/equity/report/spreadOut.ts";
import { vestingMarks } from "../../scripts/equity/report/vestingMarks.ts";
import { simulatePlan } from "../../scripts/equity/simulatePlan.ts";
import { exampleFile } from "../integration/support/files.ts";

const DAY = 86_400;
const usdc = (amount: string) => parseUnits(amount, 6);

const TERMS: PlanTerms = {
  ...{ authorised: 1_000n, restToTreasury: false, restClass: 0 },
  hurdles: [[0n], [usdc("5")]],
  ...{ resignLoss: 0, causeLoss: 1_000_000, window: 0, pauseLimit: 90 * DAY, flow: false },
};
const GRANT: GrantTerms = {
  ...{ holder: "ana", units: 600n, class: 0, starts: 0, cliff: 0, length: 0, step: 0 },
  ...{ single: 0, double: 0, withholding: 0 },
};

/** 600 units of class 0, and 400 of class 1 that begins at 5.00 a unit. */
function openPreference(terms: Partial<PlanTerms> = {}): PlanBooks {
  const books = openPlan({ ...TERMS, ...terms });
  grantUnits(books, GRANT);
  grantUnits(books, { ...GRANT, units: 400n, class: 1 });
  return books;
}

describe("What an exit would bring", () => {
  it("is what the worked numbers have, and leaves the books as they are", () => {
    const books = openPreference();
    const before = structuredClone(books);
    const below = exitShares(books, 0, usdc("2000"), 0);
    expect(below.grants).to.deep.equal([usdc("1999.999999"), 0n]);
    const above = exitShares(books, 0, usdc("6000"), 0);
    expect(above.grants).to.deep.equal([usdc("4800"), usdc("1200")]);
    expect([below.rounding, above.rounding]).to.deep.equal([1n, 0n]);
    expect(books).to.deep.equal(before);
  });

  it("adds to what there is already", () => {
    const books = openPreference();
    shareMoney(books, 0, usdc("2000"));
    const { grants, rounding } = exitShares(books, 0, usdc("4000"), 0);
    expect(grants).to.deep.equal([usdc("2800"), usdc("1199.999999")]);
    expect(rounding).to.equal(1n);
  });

  it("is the treasury's for units that are not granted", () => {
    const books = openPlan({ ...TERMS, restToTreasury: true });
    grantUnits(books, { ...GRANT, units: 250n });
    const { grants, treasury } = exitShares(books, 0, 1_000n, 0);
    expect([grants, treasury]).to.deep.equal([[250n], 750n]);
  });

  it("waits where nobody takes part, and what waited before is none of it", () => {
    const books = openPlan(TERMS);
    grantUnits(books, { ...GRANT, units: 400n, class: 1 });
    shareMoney(books, 0, 70n);
    expect(exitShares(books, 0, 1_000n, 0)).to.deep.equal({
      ...{ amount: 1_000n, grants: [0n], treasury: 0n, waiting: 1_000n, rounding: 0n },
    });
    grantUnits(books, GRANT);
    expect(exitShares(books, 0, 600n, 0).grants).to.deep.equal([0n, 600n]);
  });

  it("is for what is vested on that day alone in a plan without catching up", () => {
    const books = openPlan({ ...TERMS, flow: true });
    grantUnits(books, { ...GRANT, units: 1_000n, length: 100 });
    const { grants, treasury } = exitShares(books, 0, 1_000n, 25);
    expect([grants, treasury]).to.deep.equal([[250n], 750n]);
  });

  it("is known to reach a hurdle from the least amount on that does", () => {
    const [ahead, ...others] = hurdlesAhead(openPreference(), 0);
    expect(others).to.deep.equal([]);
    expect(ahead).to.deep.equal({ amount: usdc("3000"), classes: [1] });
    const books = openPreference();
    shareMoney(books, 0, usdc("2999.999999"));
    // Rounding left a part of it in the plan.
    expect(hurdlesAhead(books, 0)).to.deep.equal([{ amount: 2n, classes: [1] }]);
    shareMoney(books, 0, 1n);
    expect(hurdlesAhead(books, 0)).to.have.length(1);
    shareMoney(books, 0, 2n);
    expect(hurdlesAhead(books, 0)).to.deep.equal([]);
    // Nobody takes part below the hurdle: no money reaches it.
    expect(hurdlesAhead(openPlan(TERMS), 0)).to.deep.equal([]);
  });
});

for (const name of ["profit", "exit"]) {
  describe(`The report of the example's ${name} plan`, () => {
    const at = parseTime("2025-06-01") ?? 0;
    let report: PlanReport;
    let play: (until: number, more?: readonly Happening[]) => ReturnType<typeof simulatePlan>;

    before(async () => {
      const file = (part: string) => exampleFile("phantom-equity", `${name}-${part}`);
      const plan = await readPlan(file("plan.json"));
      const grants = await readGrants(file("grants.csv"), plan.terms);
      const happenings = await readHappenings(file("happenings.csv"), plan, grants);
      play = (until, more = []) =>
        simulatePlan(
          plan,
          grants,
          [...happenings.filter(({ time }) => time <= until), ...more],
          until,
        );
      const prices = [{ currency: 0, upTo: undefined }];
      report = { ...reportSimulation(plan, grants, happenings, at), prices };
    });

    /** What each grant has earned if so much more money came. */
    const earnedWith = (amount: bigint): bigint[] => {
      const row = { file: "more", line: 1 } as Happening["row"];
      const more = { row, time: at, what: "money", grant: "", currency: 0, amount } as const;
      const { books } = play(at, amount === 0n ? [] : [more]);
      return books.grants.map((grant) => {
        const { held, payable, owed, paid } = earningsOf(books, grant, 0, at);
        return held + payable + owed + paid;
      });
    };

    it("has in its tables what the plan does with that money", () => {
      const exit = exitPrices(report, 0);
      const now = earnedWith(0n);
      const page = drawPlanReport(report);
      const rows = [...page.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, cells = ""]) =>
        [...cells.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].map(([, text]) => text),
      );
      const shown = (amounts: readonly bigint[]) =>
        amounts.map((amount) => groupDigits(formatUnits(amount, 6)));
      expect(exit.rows.length).to.be.greaterThan(9);
      for (const [index, { amount, rounding, treasury }] of exit.rows.entries()) {
        const parts = earnedWith(amount).map((one, place) => one - (now[place] ?? 0n));
        expect(sum(parts) + treasury + rounding).to.equal(amount);
        for (const bands of [bandsByClass(report, exit), bandsByGrant(report, exit)]) {
          const head = ["USDC that arrive", ...bands.map((band) => band.name), "left by rounding"];
          const from = rows.findIndex((row) => row.join() === head.join());
          expect(from, head.join()).to.be.greaterThan(-1);
          const cells = bands.map(({ name: band, amounts }) => {
            const granted = report.grants.find((one) => `grant ${one.name}` === band);
            if (granted !== undefined) return parts[granted.index] ?? 0n;
            if (!band.startsWith("class")) return amounts[index] ?? 0n;
            const own = report.books.grants.map((grant) => `class ${grant.terms.class}` === band);
            return sum(parts.filter((_, place) => own[place] === true));
          });
          expect(rows[from + 1 + index]).to.deep.equal(shown([amount, ...cells, rounding]));
        }
      }
    });

    it("goes beyond every hurdle with margin, or up to a price that is given", () => {
      const { hurdles, rows } = exitPrices(report, 0);
      const last = rows.at(-1)?.amount ?? 0n;
      for (const { amount } of hurdles) {
        expect(last >= 2n * amount).to.equal(true);
        expect(rows.map((row) => row.amount)).to.include(amount);
      }
      expect(hurdles.length).to.equal(name === "exit" ? 1 : 0);
      const given = exitPrices(report, 0, usdc("7"));
      expect(given.rows.at(-1)?.amount).to.equal(usdc("7"));
    });

    it("has curves that are what was vested, each second", () => {
      for (const { curve, grant, name: id } of report.grants) {
        const { starts } = grant.terms;
        const sparse = Array.from({ length: 40 }, (_, index) => {
          return starts + Math.floor(((at - starts) * index) / 39);
        });
        const times = [...curve.points.map(({ time }) => time), ...sparse];
        expect(curve.points.length, id).to.be.greaterThan(id === "ines" ? 0 : 20);
        for (const time of times.filter((one) => one >= starts && one <= at)) {
          const { grants, books } = play(time);
          const then = grants.find(({ listed }) => listed.id === id)?.grant;
          const known = then === undefined ? 0n : vestedUnits(books, then, time);
          expect(curve.unitsAt(time), `${id} at ${time}`).to.equal(known);
          // Steps leap at corners alone.
          const corner = curve.points.findLast((point) => point.time <= time);
          expect(corner?.units, `${id} at ${time}`).to.equal(known);
        }
      }
    });

    it("names the days of a grant, with what was vested on them", () => {
      const marksOf = (id: string) => {
        const granted = report.grants.find((one) => one.name === id);
        if (granted === undefined) throw new Error(id);
        return { granted, marks: vestingMarks(report, granted) };
      };
      const cleo = marksOf("cleo");
      expect(cleo.marks.map(({ what }) => what)).to.deep.equal([
        ...["starts", "year 1, cliff", "clock stops", "clock runs again", "year 2"],
        ...["today", "year 3", "year 4", "all vested"],
      ]);
      expect(cleo.granted.curve.pauses).to.deep.equal([
        { from: parseTime("2023-09-01T10:00:00Z"), until: parseTime("2023-12-15T10:00:00Z") },
      ]);
      const all = name === "exit" ? 80_000n : 120_000n;
      expect(cleo.marks.at(-1)?.vested).to.equal(all);
      expect((cleo.marks.at(-2)?.vested ?? all) < all).to.equal(true);
      const dan = marksOf("dan").marks;
      expect(dan.map(({ what }) => what)).to.deep.equal([
        ...["starts", "year 1, cliff", "resigned"],
        // What dan kept was bought in the one plan.
        ...(name === "profit" ? ["no units left"] : []),
        "today",
      ]);
    });

    it("shows names as text, and loads and runs nothing", () => {
      const evil = '<img src=x onerror=alert(1)> & "co"';
      const [first, ...others] = report.grants;
      if (first === undefined) throw new Error("no grant");
      const page = drawPlanReport({
        ...report,
        name: evil,
        source: evil,
        currencies: [{ symbol: evil, decimals: 6 }],
        grants: [{ ...first, name: evil, holder: evil }, ...others],
      });
      expect(page).not.to.contain("<img");
      expect(page).to.contain("&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;");
      expect(page).not.to.match(/<script|https?:|url\(|@import/);
      expect(page).to.contain("default-src 'none'");
    });
  });
}

describe("A plan's report", () => {
  it("tells of a clock that stands still up to the limit of pauses, where it runs again by itself", () => {
    const books = openPlan(TERMS);
    const grant = grantUnits(books, { ...GRANT, length: 400 * DAY, step: DAY });
    grant.stopped = 100 * DAY;
    const curve = grantCurve(
      [
        { from: 0, grant: { ...grant, stopped: undefined }, exit: undefined },
        { from: 100 * DAY, grant: { ...grant }, exit: undefined },
      ],
      TERMS,
    );
    const granted = { name: "ana", holder: "ana", index: 0, grant, curve };
    const marks = vestingMarks({ at: 120 * DAY, exit: undefined }, granted);
    expect(marks.map(({ time, what, vested }) => [time / DAY, what, vested])).to.deep.equal([
      ...[
        [0, "starts", 0n],
        [100, "clock stops", 150n],
        [120, "today", 150n],
      ],
      ...[
        [190, "clock runs again", 150n],
        [365, "year 1", 412n],
        [490, "all vested", 600n],
      ],
    ]);
  });

  it("keeps words apart that would lie upon each other, within the picture", () => {
    expect(spreadOut([50, 100], 15, 200)).to.deep.equal([50, 100]);
    expect(spreadOut([100, 101, 102], 15, 200)).to.deep.equal([100, 115, 130]);
    expect(spreadOut([199, 198, 50], 15, 200)).to.deep.equal([200, 185, 50]);
    expect(spreadOut([3], 15, 200)).to.deep.equal([15]);
  });
});
