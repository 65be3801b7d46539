import { expect } from "chai";
import { ETHER } from "../../core/currency/ETHER.ts";
import { describeTerms } from "../../scripts/reporting/program/describeTerms.ts";
import { termsToJson } from "../../scripts/reporting/program/termsToJson.ts";
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
    const lines = describeTerms(await program());
    const expected = [
      "The terms are amended with 60 days of notice, from a period's start on.",
      "Role seller, of the sale: sale 10 %; tier high +5 %; by year +0 %, +2 %; +1 % per 10 active partners, 10 % at most; +0.5 % per 10,000.5 of last period's revenue, 5 % at most; never more than 25 %. Where nobody fills it, the filled roles share it.",
      "Role coach, of what is left: completion 20 %. Where nobody fills it, it goes to the pool community.",
      "Role mentor, of each line of a partner whom the earner referred: sale 5 %.",
      `Standing line tech: 3 %, then 2 % of sale from 2025-01-01 until 2029-01-01; only of revenue beyond 1,000.25 in all; at most 50,000 a year; and 300 USDC each period; at least 500 USDC each period; its price by default 2.5 times its last twelve periods, to ${HOLDER}.`,
      "What remains is of the role seller.",
      "Outcome completion: a bonus that the operator pays, 50 in a period and currency at most.",
      `Pool community, of ${HOLDER}.`,
      "Tier high for whoever reached 10,000 earned, 20 sales, 6 months since joining, a score of 70.",
      "Milestone first 100: 500 once, out of the reserve, at 100 sales.",
      "Milestone big: 0.5 once, out of the reserve, at 1,000.5 earned.",
      "The parties mean to renegotiate on 2027-01-01, 2028-01-01.",
      "A partner accepts the terms before its first claim.",
      "At most 100,000 is posted in a period and currency.",
      "Payments to many pass over whoever has less than 50.",
      "A partner can dispute 1 held sale in a period; the arbiter settles each within 2 more periods, or it stands.",
      "A partner's wallet moves 3 days after the proposal.",
      `Partners may withhold for ${HOLDER}.`,
    ];
    expect(lines).to.include.members(expected);
    expect(lines).to.have.length(expected.length + 3);
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
    const lines = describeTerms({ terms, currencies: CURRENCIES });
    expect(lines).to.include.members([
      "The terms are never amended.",
      "Sales cannot be disputed.",
      "What remains is the operator's.",
    ]);
  });
});
