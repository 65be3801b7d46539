import { expect } from "chai";
import { zeroAddress } from "viem";
import { cutsOf } from "../../core/deal/cutsOf.ts";
import { isOn } from "../../core/deal/standingRateAt.ts";
import {
  ALL_KINDS,
  NEVER,
  NO_CLAUSES,
  NOT_PAID,
  PER_LIFE,
  PER_YEAR,
  REFERRED,
  TO_OTHERS,
  TO_POOL,
} from "../../core/deal/Terms.ts";
import { HOLDER, TERMS } from "./support/terms.ts";
import {
  expectMistake,
  type MistakeCase,
  openTermsFiles,
  type TermsFiles,
} from "./support/termsFiles.ts";

const POOL = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";

/** So that a bare amount is enough. */
const ONE_CURRENCY = { ...TERMS, currencies: ["USDC"] };

/** What names two currencies. */
const TWO = { currencies: ["USDC", "ETH"] };

/** A standing line with clauses, beside the terms' roles. */
const line = (clauses: object) => ({
  standing: [{ name: "tech", holder: HOLDER, rate: "2%", ...clauses }],
});

/** A role with tiers, for what concerns graduation. */
const TIERS = { roles: { r: { rates: { "*": "1%" }, tiers: { low: "0%", high: "1%" } } } };

describe("Terms files: the whole deal", () => {
  let files: TermsFiles;
  before(async () => {
    files = await openTermsFiles();
  });
  after(() => files.remove());

  const encode = (change: object) => files.encode({ ...ONE_CURRENCY, ...change });

  describe("classes of products", () => {
    const PRODUCTS = {
      kinds: ["sale", "bundle"],
      received: undefined,
      products: ["software", "services"],
      standing: [],
      ceiling: "100%",
    };

    it("become kinds of their own where a role's rates name them, after all plain kinds", async () => {
      const rates = { "sale/services": "8%", "*/software": "10%", "*": "5%" };
      const terms = await encode({ ...PRODUCTS, roles: { seller: { rates } } });
      expect(terms.kinds).to.deep.equal([
        "sale",
        "bundle",
        "sale/software",
        "sale/services",
        "bundle/software",
      ]);
      expect(terms.roles[0]?.rates).to.deep.equal([50_000, 50_000, 100_000, 80_000, 100_000]);
    });

    it("prefer the rate of the class, and of the kind: kind/class, */class, kind, *", async () => {
      const roles = {
        a: { rates: { "sale/software": "4%", "*/software": "3%", sale: "2%", "*": "1%" } },
        b: { rates: { "*/software": "3%", sale: "2%", "*": "1%" } },
        c: { rates: { sale: "2%", "*": "1%" } },
        d: { rates: { "*": "1%" } },
        e: { rates: { bundle: "1%" } },
      };
      const terms = await encode({ ...PRODUCTS, roles });
      const kind = terms.kinds.indexOf("sale/software");
      expect(terms.roles.map(({ rates }) => rates[kind])).to.deep.equal([
        40_000,
        30_000,
        20_000,
        10_000,
        NOT_PAID,
      ]);
    });

    it("are meant by standing lines and outcomes that name their kind", async () => {
      const terms = await encode({
        ...PRODUCTS,
        roles: { seller: { rates: { "bundle/software": "1%", "sale/software": "2%" } } },
        outcomes: { bundle: { amount: "10" } },
        standing: [
          { name: "all", holder: HOLDER, rate: "1%" },
          { name: "bundles", holder: HOLDER, rate: "1%", kinds: ["bundle"] },
          { name: "class", holder: HOLDER, rate: "1%", kinds: ["sale/software"] },
        ],
      });
      expect(terms.kinds).to.deep.equal(["sale", "bundle", "sale/software", "bundle/software"]);
      expect(terms.outcomes.map(({ kind }) => kind)).to.deep.equal([1, 3]);
      expect(terms.standing.map(({ kinds }) => kinds)).to.deep.equal([ALL_KINDS, 0b1010, 0b0100]);
    });
  });

  it("outcomes have an amount, each or in a period, and are not meant by *", async () => {
    const terms = await encode({
      kinds: ["course", "completion", "engagement"],
      received: undefined,
      outcomes: { completion: { amount: "50" }, engagement: { amount: "1000.5", per: "period" } },
      roles: { teacher: { rates: { "*": "10%", completion: "100%" } } },
    });
    expect(terms.outcomes).to.deep.equal([
      { kind: 1, perPeriod: false, amounts: [0n, 50_000_000n] },
      { kind: 2, perPeriod: true, amounts: [0n, 1_000_500_000n] },
    ]);
    expect(terms.roles[0]?.rates).to.deep.equal([100_000, 1_000_000, NOT_PAID]);
    // Those that are no outcome, whenever they are added.
    expect(terms.standing[0]?.kinds).to.equal(ALL_KINDS);
    expect([0, 1, 2].filter((kind) => isOn(terms, { kinds: ALL_KINDS }, kind))).to.deep.equal([0]);
  });

  it("a role can follow those whom the earner referred", async () => {
    const terms = await encode({
      roles: { ...TERMS.roles, mentor: { of: "referral", rates: { "*": "5%" } } },
    });
    expect(terms.roles[3]).to.deep.include({ stage: REFERRED, missing: 0 });
  });

  it("a role's share can go to the others or to a pool where nobody filled it", async () => {
    const terms = await encode({
      pools: { community: POOL, research: HOLDER },
      roles: {
        a: { rates: { "*": "1%" }, missing: "renormalise" },
        b: { rates: { "*": "1%" }, missing: { pool: "research" } },
      },
    });
    expect(terms.pools).to.deep.equal([
      { name: "community", holder: POOL },
      { name: "research", holder: HOLDER },
    ]);
    expect(terms.roles.map(({ missing, pool }) => [missing, pool])).to.deep.equal([
      [TO_OTHERS, 0],
      [TO_POOL, 1],
    ]);
  });

  it("standing lines have caps, thresholds, guarantees and a price", async () => {
    const clauses = {
      cap: { amount: { USDC: "50000", ETH: "0.5" }, per: "year" },
      threshold: { amount: { USDC: "1000.25" } },
      fee: { ETH: "0.000000000000000001" },
      minimum: { ETH: "0.5" },
      buyout: "2.5",
    };
    const terms = await encode({ ...TWO, ...line(clauses) });
    expect(terms.standing[0]?.clauses).to.deep.equal({
      capPer: PER_YEAR,
      cap: [5n * 10n ** 17n, 50_000_000_000n],
      thresholdPer: PER_LIFE,
      threshold: [0n, 1_000_250_000n],
      fee: [1n, 0n],
      minimum: [5n * 10n ** 17n, 0n],
      buyout: 2_500_000,
    });
    expect((await encode(line({}))).standing[0]?.clauses).to.deep.equal(NO_CLAUSES);
  });

  it("F5: a bare amount is of the only currency", async () => {
    const feeOf = async (currencies: string[], fee: unknown) =>
      (await encode({ currencies, ...line({ fee }) })).standing[0]?.clauses.fee;
    expect(await feeOf(["USDC"], "1")).to.deep.equal([0n, 1_000_000n]);
    expect(await feeOf(["ETH"], "1")).to.deep.equal([10n ** 18n]);
    expect(await feeOf(["USDC", "ETH"], { USDC: "1" })).to.deep.equal([0n, 1_000_000n]);
    expect(await feeOf(["ETH", "USDC"], { ETH: "1" })).to.deep.equal([10n ** 18n, 0n]);
  });

  it("a line that is guaranteed something needs no rate", async () => {
    const terms = await encode({ standing: [{ name: "tech", holder: HOLDER, minimum: "500" }] });
    expect(terms.standing[0]?.rates).to.deep.equal([0]);
    expect(terms.standing[0]?.clauses.capPer).to.equal(NEVER);
  });

  it("a yearly clause makes 25 years begin on their second, an end fewer", async () => {
    const cap = { cap: { amount: "1", per: "year" } };
    const start = Date.parse("2025-01-01") / 1_000;
    const year = (count: number) => start + count * 31_536_000;
    expect(cutsOf(await encode(line(cap)))).to.deep.equal(
      Array.from({ length: 24 }, (_, index) => year(index + 1)),
    );
    expect(cutsOf(await encode(line({ ...cap, ends: "2027-01-01" })))).to.deep.equal([
      year(1),
      year(2),
    ]);
    const once = { cap: { amount: "1", per: "lifetime" } };
    expect(cutsOf(await encode(line(once)))).to.deep.equal([]);
  });

  it("tiers and milestones ask for what a partner reached", async () => {
    const terms = await encode({
      ...TIERS,
      graduation: { high: { earned: "10000", sales: 20, months: 6, score: 70 } },
      milestones: [
        { name: "first 100", measure: "sales", reaches: "100", pays: "500" },
        { name: "big", measure: "earned", reaches: "1000", pays: "0.5" },
      ],
    });
    expect(terms.graduations).to.deep.equal([
      { tier: 1, earned: [0n, 10_000_000_000n], sales: 20, months: 6, score: 70 },
    ]);
    expect(terms.milestones).to.deep.equal([
      { name: "first 100", sales: 100, earned: [], pays: [0n, 500_000_000n] },
      { name: "big", sales: 0, earned: [0n, 1_000_000_000n], pays: [0n, 500_000n] },
    ]);
  });

  it("limits and procedures have defaults", async () => {
    const { rules, checkpoints } = await encode({});
    expect(checkpoints).to.deep.equal([]);
    expect(rules).to.deep.equal({
      acceptance: false,
      postingLimit: [],
      refundLimit: [],
      leastSale: [],
      minimumPayout: [],
      disputes: 3,
      disputePeriods: 1,
      moveDays: 7,
      handoverDays: 7,
      silencePeriods: 12,
      taxAccount: zeroAddress,
    });
    const { rules: without } = await encode({ holdPeriods: 0 });
    expect([without.disputes, without.disputePeriods]).to.deep.equal([0, 0]);
  });

  it("limits and procedures are what the file says", async () => {
    const { rules, checkpoints } = await encode({
      checkpoints: ["2027-01-01", "2028-01-01"],
      acceptance: true,
      postingLimit: "100000",
      refundLimit: { USDC: "2000" },
      leastSale: "10",
      minimumPayout: "50",
      disputes: { limit: 1, periods: 2 },
      moveDelay: "48h",
      withholding: { account: POOL },
    });
    expect(checkpoints).to.deep.equal([1_798_761_600, 1_830_297_600]);
    expect(rules).to.deep.equal({
      acceptance: true,
      postingLimit: [0n, 100_000_000_000n],
      refundLimit: [0n, 2_000_000_000n],
      leastSale: [0n, 10_000_000n],
      minimumPayout: [0n, 50_000_000n],
      disputes: 1,
      disputePeriods: 2,
      moveDays: 2,
      handoverDays: 7,
      silencePeriods: 12,
      taxAccount: POOL,
    });
  });

  describe("mistakes name the path, what was found and what is allowed", () => {
    const many = (count: number, clauses: object) => ({
      standing: Array.from({ length: count }, (_, index) => ({
        name: `line ${index}`,
        holder: HOLDER,
        rate: "0.01%",
        ...clauses,
      })),
    });
    const role = (fields: object) => ({ roles: { r: { rates: { "*": "1%" }, ...fields } } });
    const cases: MistakeCase[] = [
      ["a kind with a slash", { kinds: ["a/b"] }, "kinds[0]", '"a/b"', 'or "/"'],
      [
        "an unknown class of products",
        { products: ["software"], ...role({ rates: { "initial/hardware": "1%" } }) },
        "roles.r.rates.initial/hardware",
        '"hardware"',
        '"software"',
      ],
      [
        "a class where there are no products",
        role({ rates: { "*/hardware": "1%" } }),
        "roles.r.rates.*/hardware",
        '"hardware"',
        "`products`",
      ],
      [
        "an unknown kind of a class",
        { products: ["software"], ...role({ rates: { "gift/software": "1%" } }) },
        "roles.r.rates.gift/software",
        '"gift"',
        '"initial"',
      ],
      [
        "more kinds and classes than a program knows",
        {
          products: ["a", "b", "c", "d", "e"],
          ...role({ rates: { "*/a": "1%", "*/b": "1%", "*/c": "1%", "*/d": "1%", "*/e": "1%" } }),
        },
        "products",
        "15 kinds for classes",
        "at most 16",
      ],
      [
        "an unknown kind of an outcome",
        { outcomes: { gift: { amount: "1" } } },
        "outcomes.gift",
        '"gift"',
        '"initial"',
      ],
      [
        "plain transfers as an outcome",
        { outcomes: { renewal: { amount: "1" } } },
        "received",
        '"renewal"',
        "no outcome",
      ],
      [
        "an outcome of nothing",
        { outcomes: { initial: { amount: "0" } } },
        "outcomes.initial.amount",
        '"0"',
        "above 0",
      ],
      [
        "an outcome per year",
        { outcomes: { initial: { amount: "1", per: "year" } } },
        "outcomes.initial.per",
        '"year"',
        '"sale" or "period"',
      ],
      [
        "another place for a missing role's share",
        role({ missing: "charity" }),
        "roles.r.missing",
        '"charity"',
        '"renormalise"',
      ],
      [
        "an unknown pool",
        role({ missing: { pool: "community" } }),
        "roles.r.missing.pool",
        '"community"',
        "`pools`",
      ],
      [
        "a missing referral",
        role({ of: "referral", missing: "renormalise" }),
        "roles.r.missing",
        '"renormalise"',
        "nobody fills a referral role",
      ],
      [
        "the residual for a referral role",
        { ...role({ of: "referral" }), residual: { role: "r" } },
        "residual.role",
        'referral role "r"',
        "gross or net",
      ],
      [
        "a pool with a role's name",
        { pools: { coach: POOL } },
        "pools.coach",
        "twice",
        "no other role, pool or standing line",
      ],
      ["a pool without an address", { pools: { a: "0x1" } }, "pools.a", '"0x1"', "hexadecimal"],
      [
        "an amount with seven decimals",
        line({ fee: "1.0000001" }),
        "standing[0].fee",
        '"1.0000001"',
        "at most 6 decimals",
      ],
      ["a fee of nothing", line({ fee: "0" }), "standing[0].fee", '"0"', "above 0"],
      [
        "a minimum that the fee reaches",
        line({ fee: "300", minimum: "300" }),
        "standing[0].minimum",
        '"300"',
        'more than the fee of "300"',
      ],
      [
        "F5: one amount for several currencies",
        { ...TWO, postingLimit: "1000" },
        "postingLimit",
        "one amount for 2 currencies",
        'one for each, { "USDC": "…", "ETH": "…" }',
      ],
      [
        "F5: an amount in an unknown currency",
        { ...TWO, ...line({ fee: { DAI: "1" } }) },
        "standing[0].fee.DAI",
        'the unknown currency "DAI"',
        '"USDC" or "ETH"',
      ],
      [
        "F5: more decimals than the currency has",
        { ...TWO, minimumPayout: { USDC: "0.0000001", ETH: "0.0000001" } },
        "minimumPayout.USDC",
        '"0.0000001"',
        "at most 6 decimals, as USDC has",
      ],
      [
        "F5: an amount of nothing",
        { ...TWO, leastSale: { ETH: "0.0" } },
        "leastSale.ETH",
        '"0.0"',
        "above 0",
      ],
      [
        "F5: an amount that does not fit",
        { leastSale: "79228162514264337593544" },
        "leastSale",
        '"79228162514264337593544"',
        "less than 2^96",
      ],
      [
        "F5: an amount that is none",
        { ...TWO, leastSale: { ETH: "1,5" } },
        "leastSale.ETH",
        '"1,5"',
        "an amount above 0",
      ],
      ["F5: a number in place of an amount", { leastSale: 5 }, "leastSale", "5", "such as"],
      ["F5: amounts in no currency", { leastSale: {} }, "leastSale", "{}", "for each currency"],
      [
        "F5: a limit that forgets a currency",
        { ...TWO, refundLimit: { USDC: "1" } },
        "refundLimit",
        "no limit for ETH",
        "one for each currency",
      ],
      [
        "F5: a milestone that is reached in one currency and pays in another",
        {
          ...TWO,
          milestones: [
            { name: "m", measure: "earned", reaches: { USDC: "5" }, pays: { ETH: "1" } },
          ],
        },
        "milestones[0].reaches",
        '{"USDC":"5"}',
        "the currencies that `pays` names",
      ],
      [
        "F5: a minimum that the fee reaches in one of its currencies",
        {
          ...TWO,
          ...line({ fee: { USDC: "5", ETH: "1" }, minimum: { USDC: "6", ETH: "1" } }),
        },
        "standing[0].minimum",
        '{"USDC":"6","ETH":"1"}',
        "in each currency more than the fee",
      ],
      ["no guardian's address", { guardian: "0x1" }, "guardian", '"0x1"', "hexadecimal"],
      ["a hand-over in hours", { handover: "5h" }, "handover", '"5h"', "whole days"],
      ["a silence that is short", { silence: 5 }, "silence", "5", "6 periods at least"],
      ["no notice for lines", { lineNotice: 0 }, "lineNotice", "0", ">= 1"],
      ["a period of hours", { period: "23h" }, "period", '"23h"', 'from "1d"'],
      [
        "a cap without a time",
        line({ cap: { amount: "1" } }),
        "standing[0].cap.per",
        "nothing",
        "In which time",
      ],
      [
        "a cap per month",
        line({ cap: { amount: "1", per: "month" } }),
        "standing[0].cap.per",
        '"month"',
        '"year" or "lifetime"',
      ],
      ["a price of nothing", line({ buyout: "0" }), "standing[0].buyout", '"0"', "above 0"],
      ["a price too high", line({ buyout: "4295" }), "standing[0].buyout", '"4295"', '"4294"'],
      [
        "more lines with limits than a program settles together",
        many(33, { cap: { amount: "1", per: "lifetime" } }),
        "standing",
        "33 lines",
        "at most 32",
      ],
      [
        "more lines with a price than a program counts",
        many(256, { buyout: "1" }),
        "standing",
        "256 lines",
        "at most 255",
      ],
      [
        "graduation to an unknown tier",
        { ...TIERS, graduation: { top: { sales: 1 } } },
        "graduation.top",
        '"top"',
        '"high"',
      ],
      [
        "graduation to the first tier",
        { ...TIERS, graduation: { low: { sales: 1 } } },
        "graduation.low",
        "the first tier",
        '"high"',
      ],
      [
        "graduation without tiers",
        { ...role({}), graduation: { top: { sales: 1 } } },
        "graduation.top",
        '"top"',
        "the roles name none",
      ],
      [
        "graduation for nothing",
        { ...TIERS, graduation: { high: {} } },
        "graduation.high",
        "{}",
        "one of `earned`, `sales`, `months` and `score`",
      ],
      [
        "a milestone at half a sale",
        { milestones: [{ name: "a", measure: "sales", reaches: "0.5", pays: "1" }] },
        "milestones[0].reaches",
        '"0.5"',
        "a whole number of sales",
      ],
      [
        "two milestones of one name",
        {
          milestones: ["1", "2"].map((reaches) => ({
            name: "a",
            measure: "sales",
            reaches,
            pays: "1",
          })),
        },
        "milestones[1].name",
        "twice",
        "each name once",
      ],
      [
        "another measure",
        { milestones: [{ name: "a", measure: "clicks", reaches: "1", pays: "1" }] },
        "milestones[0].measure",
        '"clicks"',
        '"sales" or "earned"',
      ],
      [
        "checkpoints that do not rise",
        { checkpoints: ["2027-01-01", "2027-01-01"] },
        "checkpoints[1]",
        '"2027-01-01"',
        "after the one before it",
      ],
      ["an acceptance in words", { acceptance: "yes" }, "acceptance", '"yes"', "boolean"],
      [
        "disputes where nothing is held",
        { holdPeriods: 0, disputes: { limit: 1 } },
        "disputes.limit",
        "1",
        "`holdPeriods` is 0",
      ],
      [
        "no time to settle a dispute",
        { disputes: { limit: 1, periods: 0 } },
        "disputes.periods",
        "0",
        ">= 1",
      ],
      ["a move after hours", { moveDelay: "12h" }, "moveDelay", '"12h"', "whole days"],
      ["a move after a year", { moveDelay: "365d" }, "moveDelay", '"365d"', '"255d"'],
      [
        "withholding for nobody",
        { withholding: {} },
        "withholding.account",
        "nothing",
        "The tax account",
      ],
    ];
    for (const one of cases) it(one[0], () => expectMistake(files, ONE_CURRENCY, one));
  });

  describe("the worst case", () => {
    const BASE = {
      kinds: ["sale"],
      received: undefined,
      standing: [{ name: "crew", holder: HOLDER, rate: "10%" }],
    };
    const mistakesIn = (change: object) =>
      files.mistakesIn({ ...ONE_CURRENCY, ...BASE, ...change });

    it("adds what referrals take of all roles' lines", async () => {
      const roles = {
        seller: { rates: { "*": "20%" } },
        support: { of: "net", rates: { "*": "50%" } },
        mentor: { of: "referral", rates: { "*": "10%" } },
      };
      // 10 + 20 × 1.1 + (100 − 10 − 20) × 50 % × 1.1 = 70.5 %.
      expect((await encode({ ...BASE, roles, ceiling: "70.5%" })).ceiling).to.equal(705_000);
      const [mistake] = await mistakesIn({ roles, ceiling: "70.4999%" });
      expect(mistake?.found).to.equal(
        'that a sale of the kind "sale" could pay out 70.5 %: crew 10 % + seller 20 % + support 50 % of what is left + mentor 10 % of the roles\' lines',
      );
    });

    it("is no more than the sum where all rates that share what is missing are flat", async () => {
      const roles = {
        seller: { rates: { "*": "20%" }, missing: "renormalise" },
        coach: { rates: { "*": "30%" }, missing: "renormalise" },
      };
      expect((await encode({ ...BASE, roles, ceiling: "60%" })).ceiling).to.equal(600_000);
      expect(await mistakesIn({ roles, ceiling: "59.9999%" })).to.have.length(1);
    });

    it("counts that a raised rate is raised again by what nobody filled", async () => {
      const roles = {
        seller: { rates: { "*": "10%" }, tenure: ["0%", "5%"], missing: "renormalise" },
        coach: { rates: { "*": "20%" }, missing: "renormalise" },
      };
      // The seller alone takes 15 % × (10 + 20) ÷ 10 = 45 %, more than 15 + 20 %.
      const [mistake] = await mistakesIn({ roles, ceiling: "54.9999%" });
      expect(mistake?.found).to.include("55 %").and.include("shares of roles nobody filled 10 %");
      expect((await encode({ ...BASE, roles, ceiling: "55%" })).ceiling).to.equal(550_000);
    });

    it("takes a role that has no base rate to its ceiling where it shares what is missing", async () => {
      const roles = {
        loyal: { tenure: ["0%", "5%"], ceiling: "30%" },
        coach: { rates: { "*": "20%" }, missing: "renormalise" },
      };
      const [mistake] = await mistakesIn({ roles, ceiling: "59.9999%" });
      expect(mistake?.found).to.include("60 %");
    });

    it("of an outcome may be all of it, whatever the ceiling is", async () => {
      const outcomes = { completion: { amount: "50" } };
      const change = { ...BASE, kinds: ["sale", "completion"], outcomes, ceiling: "30%" };
      const roles = (rate: string) => ({
        teacher: { rates: { "*": "20%", completion: rate } },
        tutor: { rates: { completion: "0.0001%" } },
      });
      expect((await encode({ ...change, roles: roles("99.9999%") })).roles).to.have.length(2);
      const [mistake] = await mistakesIn({ ...change, roles: roles("100%") });
      expect(mistake?.path).to.equal("outcomes.completion");
      expect(mistake?.found).to.include('an outcome of the kind "completion"');
      expect(mistake?.allowed).to.include("at most 100 %");
    });
  });
});
