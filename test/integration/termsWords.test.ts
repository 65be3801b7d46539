import { expect } from "chai";
import { ETHER } from "../../core/currency/ETHER.ts";
import { termsToJson } from "../../scripts/reporting/program/termsToJson.ts";
import { termsToText } from "../../scripts/reporting/program/termsToText.ts";
import { HOLDER } from "./support/terms.ts";
import { openTermsFiles, type TermsFiles, USDC } from "./support/termsFiles.ts";

const CURRENCIES = [
  { index: 0, symbol: "ETH", address: ETHER, decimals: 18 },
  { index: 1, symbol: "USDC", address: USDC, decimals: 6 },
] as const;

/** What a file can say, each once, as `termsToJson` writes it. */
const DEAL = {
  name: "Whole deal",
  starts: "2025-01-01",
  currencies: ["ETH", "USDC"],
  holdPeriods: 1,
  noticePeriods: 2,
  ceiling: "90%",
  commission: "100%",
  kinds: ["sale", "completion"],
  outcomes: { completion: { amount: "50", per: "period" } },
  roles: {
    seller: {
      of: "gross",
      missing: "renormalise",
      rates: { sale: "10%" },
      tiers: { low: "0%", high: "5%" },
      tenure: ["0%", "2%"],
      network: { every: 10, add: "1%", max: "10%" },
      volume: { every: "10000.5", add: "0.5%", max: "5%" },
      ceiling: "25%",
    },
    coach: { of: "net", missing: { pool: "community" }, rates: { completion: "20%" } },
    mentor: { of: "referral", missing: "residual", rates: { sale: "5%" } },
  },
  pools: { community: HOLDER },
  standing: [
    {
      name: "tech",
      holder: HOLDER,
      kinds: ["sale"],
      starts: "2025-01-01",
      ends: "2029-01-01",
      tenure: ["3%", "2%"],
      cap: { amount: "50000", per: "year" },
      threshold: { amount: "1000.25", per: "lifetime" },
      fee: "300",
      minimum: "500",
      currency: "USDC",
      buyout: "2.5",
    },
  ],
  residual: { role: "seller" },
  graduation: { high: { earned: "10000", sales: 20, months: 6, score: 70 } },
  milestones: [
    { name: "first 100", measure: "sales", reaches: "100", pays: "500" },
    { name: "big", measure: "earned", reaches: "1000.5", pays: "0.5" },
  ],
  checkpoints: ["2027-01-01", "2028-01-01"],
  acceptance: true,
  postingLimit: "100000",
  minimumPayout: "50",
  disputes: { limit: 1, periods: 2 },
  moveDelay: "3d",
  withholding: { account: HOLDER },
};

describe("Terms in words", () => {
  let files: TermsFiles;
  before(async () => {
    files = await openTermsFiles();
  });
  after(() => files.remove());

  const program = async () => ({
    terms: await files.encode({ ...DEAL, period: "30d" }),
    currencies: CURRENCIES,
  });

  it("as JSON say what the file said", async () => {
    const shown = termsToJson(await program());
    const [line] = DEAL.standing;
    const { tenure, ...rest } = line ?? {};
    const none = { tiers: { low: "0%", high: "0%" }, tenure: [], network: null, volume: null };
    expect(shown).to.deep.include({
      ...DEAL,
      standing: [{ ...rest, rates: tenure }],
      roles: {
        seller: { ...DEAL.roles.seller, network: { every: "10", add: "1%", max: "10%" } },
        coach: { ...none, ...DEAL.roles.coach, ceiling: "100%" },
        mentor: { ...none, ...DEAL.roles.mentor, ceiling: "100%" },
      },
    });
  });

  it("say all of it to people", async () => {
    const lines = termsToText(await program());
    const expected = [
      "  seller: Earns 10 % of each sale of the kind sale. The partner’s tier adds +5 % in tier high. The network adds +1 % for every 10 active partners, at most +10 %. Volume adds +0.5 % for every 10,000.5 of the last closed period’s revenue, at most +5 %. One credit’s rate never exceeds 25 %. Where nobody fills it, the filled roles share it in proportion to their base rates. Whoever plays this role also gets what remains of the sale. Addition by the partner’s year since joining: Year 1: +0 %, Year 2 and after: +2 %.",
      "  coach: Earns 20 % of each sale of the kind completion, counted on what standing lines and gross roles leave. Where nobody fills it, it goes to the pool community.",
      "  mentor: Earns 5 % of each sale of the kind sale, counted on each line of a partner whom the earner referred: nobody is credited with it.",
      `  tech: Earns a rate by year of each sale of the kind sale, whoever brought it. From 1 Jan 2025, 00:00 UTC, until 1 Jan 2029, 00:00 UTC. Only of what comes in beyond 1,000.25 over its life, in each currency. At most 50,000 in a year of the line, in each currency. A fee of 300 USDC for each period it runs. Never less than 500 USDC for a period, its fee counted. Guarantees are paid from the period’s residual, then from the reserve; what neither covers is owed and paid first when money comes. The operator may offer to buy it, by default for 2.5 times what its last twelve periods earned; the holder decides. Held by ${HOLDER}. Rate by the line’s own year: Year 1: 3 %, Year 2 and after: 2 %.`,
      "  What remains: What remains of a sale goes to whoever played seller; where nobody did, it is the operator’s.",
      "  Bonus completion: The operator pays at most 50 in a period and currency, shared by the roles that have a rate on it. It is no revenue: standing lines earn on it only where they name it.",
      `  Pool community: Gets the share of roles that nobody filled, where they say so. Held by ${HOLDER}.`,
      "  Tier high: Whoever reached 10,000 earned, 20 sales, 6 months since joining and a contribution score of 70 has it from the next period on; anyone may trigger it.",
      "  Milestone first 100: 500 once, out of the reserve, for a partner who reached 100 sales.",
      "  Milestone big: 0.5 once, out of the reserve, for a partner who reached 1,000.5 earned.",
      "  Amendments: Other terms need 60 days of notice and begin with a period. They never touch what was posted before, and a standing line ends earlier only if its holder consents. The parties mean to renegotiate on 1 Jan 2027 and 1 Jan 2028.",
      "  Disputes: A partner can dispute one held sale in a period, which freezes their lines. The arbiter lets each stand, voids it or gives it to other partners within 2 more periods; after that it stands as posted.",
      `  Payments: A partner accepts the terms before its first claim. At most 100,000 of sales can be posted in a period and currency. Payments to many at once pass over whoever has less than 50; anyone can still claim it alone. A partner can have its payments moved to another wallet, 3 days after it says so. A partner can have a part of its payments go to the tax account ${HOLDER}.`,
    ];
    expect(lines).to.include.members(expected);
    expect(lines).to.have.length(expected.length + 7);
  });

  it("say what is never done", async () => {
    const terms = await files.encode({
      name: "Small",
      currencies: ["USDC"],
      period: "30d",
      holdPeriods: 0,
      noticePeriods: 0,
      kinds: ["sale"],
      roles: { seller: { rates: { sale: "10%" } } },
    });
    const lines = termsToText({ terms, currencies: CURRENCIES });
    expect(lines).to.include.members([
      "  Amendments: The terms can never be amended.",
      "  Disputes: Sales cannot be disputed.",
      "  What remains: What remains of a sale is the operator’s.",
    ]);
  });
});
