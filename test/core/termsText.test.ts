import { expect } from "chai";
import { zeroAddress } from "viem";
import { NO_BONUSES } from "../../core/deal/bonuses.ts";
import {
  GROSS,
  NET,
  NO_CLAUSES,
  NO_EXTRAS,
  NO_ROLE,
  NOT_PAID,
  REFERRED,
  type Role,
  type Terms,
  TO_OTHERS,
} from "../../core/deal/Terms.ts";
import { worstCase } from "../../core/deal/worstCase.ts";
import { YEAR } from "../../core/deal/years.ts";
import { ONE } from "../../core/money/ppm.ts";
import { compareTerms } from "../../core/terms/text/compareTerms.ts";
import { describeFrame } from "../../core/terms/text/describeFrame.ts";
import { describeRole } from "../../core/terms/text/describeRole.ts";
import { describeStandingLine } from "../../core/terms/text/describeStandingLine.ts";
import { goalOfMilestone, goalsOfTier } from "../../core/terms/text/goalsOf.ts";

const SOMEBODY = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const START = 1_767_225_600;
const ETH = { index: 0, symbol: "ETH", address: SOMEBODY, decimals: 18 } as const;
const USDC = { index: 1, symbol: "USDC", address: SOMEBODY, decimals: 6 } as const;
const CURRENCIES = [ETH, USDC];

const SELLER: Role = {
  name: "seller",
  stage: GROSS,
  missing: 0,
  pool: 0,
  ceiling: ONE,
  rates: [150_000, NOT_PAID],
  tiers: [0, 50_000],
  tenure: [],
  ...NO_BONUSES,
};

const AFFILIATE: Role = {
  ...SELLER,
  name: "affiliate",
  stage: NET,
  ceiling: 350_000,
  rates: [200_000, 200_000],
  tenure: [0, 20_000, 40_000],
  network: { every: 10n, add: 10_000, max: 100_000 },
  volume: { every: [5n * 10n ** 17n, 10_000_500_000n], add: 5_000, max: 50_000 },
};

const TERMS: Terms = {
  name: "Acme",
  operator: SOMEBODY,
  attributor: SOMEBODY,
  arbiter: SOMEBODY,
  treasury: SOMEBODY,
  start: START,
  period: 30 * 86_400,
  holdPeriods: 1,
  noticePeriods: 1,
  ceiling: 700_000,
  commission: ONE,
  residualRole: NO_ROLE,
  currencies: [SOMEBODY],
  kinds: ["initial", "renewal"],
  tiers: ["silver", "gold"],
  roles: [SELLER, AFFILIATE],
  ...NO_EXTRAS,
  standing: [
    {
      name: "crew",
      holder: SOMEBODY,
      kinds: 0b11,
      starts: START,
      ends: 0,
      rates: [20_000],
      clauses: NO_CLAUSES,
    },
    {
      name: "tech",
      holder: SOMEBODY,
      kinds: 0b01,
      starts: START,
      ends: START + 2 * YEAR,
      rates: [80_000, 100_000],
      clauses: NO_CLAUSES,
    },
  ],
};

describe("The terms in sentences", () => {
  it("the worst case takes every role and line at its highest, net roles of what the others leave", () => {
    // 15 + 5 % gross, 2 + 10 % standing, 35 % of the other 68 %.
    expect(worstCase(TERMS)[0]?.ppm).to.equal(200_000 + 120_000 + 238_000);
    // The seller earns nothing on renewals, and tech neither: 2 %, and 35 % of the other 98 %.
    expect(worstCase(TERMS)[1]?.ppm).to.equal(20_000 + 343_000);
  });

  it("the worst case looks at lines together only where they earn at the same time", () => {
    const [crew, tech] = TERMS.standing;
    if (crew === undefined || tech === undefined) throw new Error("two lines");
    const later = { ...crew, starts: START + 2 * YEAR };
    expect(worstCase({ ...TERMS, roles: [], standing: [tech, later] })[0]?.ppm).to.equal(100_000);
  });

  it("a commission scales the roles, not the standing lines", () => {
    const terms = { ...TERMS, roles: [SELLER], commission: 300_000 };
    expect(worstCase(terms)[0]?.ppm).to.equal(60_000 + 120_000);
  });

  it("a role is told in sentences", () => {
    expect(describeRole(TERMS, 0, CURRENCIES)).to.deep.equal({
      title: "seller",
      sentences: [
        "Earns 15 % of each sale of the kind initial.",
        "The partner’s tier adds +5 % in tier gold.",
      ],
    });
    const { sentences, table } = describeRole({ ...TERMS, residualRole: 1 }, 1, CURRENCIES);
    expect(sentences).to.deep.equal([
      "Earns 20 % of each sale, counted on what standing lines and gross roles leave.",
      "The partner’s tier adds +5 % in tier gold.",
      "The network adds +1 % for every 10 active partners, at most +10 %.",
      "Volume adds +0.5 % for every 0.5 ETH or 10,000.5 USDC of the last closed period’s revenue, at most +5 %.",
      "One credit’s rate never exceeds 35 %.",
      "Whoever plays this role also gets what remains of the sale.",
    ]);
    expect(table?.rows.at(-1)).to.deep.equal(["Year 3 and after", "+4 %"]);
  });

  it("a standing line is told with its start and its end", () => {
    const [crew, tech] = TERMS.standing.map((line) => describeStandingLine(TERMS, line, []));
    expect(crew?.sentences).to.deep.equal([
      "Earns 2 % of each sale, whoever brought it.",
      "From 1 Jan 2026, 00:00 UTC, without an end.",
    ]);
    expect(tech?.sentences).to.deep.equal([
      "Earns a rate by year of each sale of the kind initial, whoever brought it.",
      "From 1 Jan 2026, 00:00 UTC, until 1 Jan 2028, 00:00 UTC.",
    ]);
    expect(tech?.table?.rows).to.deep.equal([
      ["Year 1", "8 %"],
      ["Year 2 and after", "10 %"],
    ]);
  });

  it("what concerns every sale is told for programs with and without a hold", () => {
    const [time, rest, ceiling] = describeFrame({ ...TERMS, holdPeriods: 0, commission: 300_000 });
    expect(time?.sentences[1]).to.include("as soon as its sale is posted");
    expect(rest?.sentences).to.deep.equal([
      "What remains of a sale is the operator’s.",
      "Every role’s rate is taken of a commission of 30 % of the sale.",
    ]);
    expect(ceiling?.table?.rows.map(([kind]) => kind)).to.deep.equal(["initial", "renewal"]);
  });

  it("two versions of terms differ only where they say something else", () => {
    expect(compareTerms(TERMS, { ...TERMS }, [])).to.deep.equal([]);
    const milestones = [{ name: "ten", sales: 10, earned: [], pays: [0n, 5_000_000n] }];
    expect(compareTerms(TERMS, { ...TERMS, milestones }, CURRENCIES)).to.deep.equal([
      {
        title: "Milestone ten",
        before: undefined,
        after: "5 USDC once, out of the reserve of milestones, for a partner who reached 10 sales.",
      },
    ]);
  });

  it("a line that ends is told as such where another is added under its name", () => {
    const [crew, tech] = TERMS.standing;
    if (crew === undefined || tech === undefined) throw new Error("two lines");
    const from = START + YEAR;
    const standing = [{ ...crew, ends: from }, tech, { ...crew, starts: from }];
    const [ended, added] = compareTerms(TERMS, { ...TERMS, standing }, []);
    expect(ended?.before).to.include("without an end");
    expect(ended?.after).to.include("until 1 Jan 2027");
    expect(added).to.include({ title: "crew", before: undefined });
    expect(added?.after).to.include(`Held by ${SOMEBODY}`);
  });

  it("a line's other holder is a change", () => {
    const standing = TERMS.standing.map((line) => ({ ...line, holder: zeroAddress }));
    expect(compareTerms(TERMS, { ...TERMS, standing }, []).map(({ title }) => title)).to.deep.equal(
      ["crew", "tech"],
    );
  });

  it("goals are told beside what is reached of them", () => {
    const own = { currency: USDC, earned: 2_500_000n, sales: 7, months: 1, score: 0 };
    const tier = { tier: 1, earned: [0n, 10_000_000n], sales: 5, months: 0, score: 70 };
    expect(goalsOfTier(tier, own)).to.deep.equal([
      { label: "Earned and locked", text: "2.5 of 10 USDC", part: 0.25 },
      { label: "Sales", text: "7 of 5", part: 1 },
      { label: "Contribution score", text: "0 of 70", part: 0 },
    ]);
    expect(goalsOfTier(tier, { ...own, currency: ETH })).to.deep.equal([]);
    const milestone = { name: "", sales: 0, earned: [0n, 2_500_000n], pays: [0n, 1n] };
    expect(goalOfMilestone(milestone, own).part).to.equal(1);
  });

  it("the worst case counts referrals on every role, and what filled roles take over", () => {
    const base = { ...TERMS, standing: [] };
    const referral = { ...SELLER, stage: REFERRED, rates: [100_000, NOT_PAID], tiers: [] };
    // 15 + 5 %, and a tenth of it.
    expect(worstCase({ ...base, roles: [SELLER, referral] })[0]?.ppm).to.equal(220_000);
    const coach = { ...SELLER, rates: [50_000, NOT_PAID], tiers: [], missing: TO_OTHERS };
    // The seller alone takes both bases, 20 %, at 20/15 of its own.
    expect(worstCase({ ...base, roles: [SELLER, coach] })[0]?.ppm).to.equal(266_667);
  });
});
