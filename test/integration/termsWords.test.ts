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
  lineNotice: 3,
  guardian: HOLDER,
  standby: HOLDER,
  ceiling: "100%",
  commission: "100%",
  kinds: ["sale", "completion"],
  outcomes: { completion: { amount: { USDC: "50" }, per: "period" } },
  roles: {
    seller: {
      of: "gross",
      missing: "renormalise",
      rates: { sale: "10%" },
      tiers: { low: "0%", high: "5%" },
      tenure: ["0%", "2%"],
      network: { every: 10, add: "1%", max: "10%" },
      volume: { every: { ETH: "5", USDC: "10000.5" }, add: "0.5%", max: "5%" },
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
      cap: { amount: { ETH: "0.5", USDC: "50000" }, per: "year" },
      threshold: { amount: { USDC: "1000.25" }, per: "lifetime" },
      fee: { USDC: "300" },
      minimum: { USDC: "500" },
      buyout: "2.5",
    },
  ],
  residual: { role: "seller" },
  graduation: { high: { earned: { USDC: "10000" }, sales: 20, months: 6, score: 70 } },
  milestones: [
    { name: "first 100", measure: "sales", reaches: "100", pays: { ETH: "0.25", USDC: "500" } },
    { name: "big", measure: "earned", reaches: { USDC: "1000.5" }, pays: { USDC: "0.5" } },
  ],
  checkpoints: ["2027-01-01", "2028-01-01"],
  acceptance: true,
  postingLimit: { ETH: "40", USDC: "100000" },
  refundLimit: { ETH: "4", USDC: "10000" },
  leastSale: { USDC: "10" },
  minimumPayout: { USDC: "50" },
  disputes: { limit: 1, periods: 2 },
  moveDelay: "3d",
  handover: "2d",
  silence: 6,
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
      "  seller: Earns 10 % of each sale of the kind sale. The partner’s tier adds +5 % in tier high. The network adds +1 % for every 10 active partners, at most +10 %. Volume adds +0.5 % for every 5 ETH or 10,000.5 USDC of the last closed period’s revenue, at most +5 %. One credit’s rate never exceeds 25 %. Where nobody fills it, the filled roles share it in proportion to their base rates. Whoever plays this role also gets what remains of the sale. Addition by the partner’s year since joining: Year 1: +0 %, Year 2 and after: +2 %.",
      "  coach: Earns 20 % of each sale of the kind completion, counted on what standing lines and gross roles leave. Where nobody fills it, it goes to the pool community.",
      "  mentor: Earns 5 % of each sale of the kind sale, counted on each line of a partner whom the earner referred: nobody is credited with it.",
      `  tech: Earns a rate by year of each sale of the kind sale, whoever brought it. From 1 Jan 2025, 00:00 UTC, until 1 Jan 2029, 00:00 UTC. Only of what comes in beyond 1,000.25 USDC over its life. At most 0.5 ETH or 50,000 USDC in a year of the line. A fee of 300 USDC for each period it runs. Never less than 500 USDC for a period, its fee counted. Guarantees are paid from the period’s residual, then from the line’s own reserve; what neither covers is owed. Older lines come first. The operator may offer to buy it, by default for 2.5 times what its last twelve periods earned; the holder decides. Held by ${HOLDER}. Rate by the line’s own year: Year 1: 3 %, Year 2 and after: 2 %.`,
      "  What remains: What remains of a sale goes to whoever played seller; where nobody did, it is the operator’s.",
      "  Bonus completion: The operator pays at most 50 USDC in a period, shared by the roles that have a rate on it. It is no revenue: standing lines earn on it only where they name it.",
      `  Pool community: Gets the share of roles that nobody filled, where they say so. Held by ${HOLDER}.`,
      "  Tier high: Whoever reached 10,000 USDC earned, 20 sales, 6 months since joining and a contribution score of 70 has it from the next period on; anyone may trigger it.",
      "  Milestone first 100: 0.25 ETH or 500 USDC once, out of the reserve of milestones, for a partner who reached 100 sales.",
      "  Milestone big: 0.5 USDC once, out of the reserve of milestones, for a partner who reached 1,000.5 USDC earned.",
      "  Amendments: Other terms need 60 days of notice and begin with a period. They never touch what was posted before, and a standing line ends earlier only if its holder consents. Before the arbiter suspends a standing line or ends it for breach, its holder has 90 days of notice. The parties mean to renegotiate on 1 Jan 2027 and 1 Jan 2028.",
      `  Powers: Whoever holds a power hands it on in two steps, 2 days apart at least. The guardian ${HOLDER} can cancel hand-overs and amendments of addresses, and remove the attributor; it has no power over money. Operator or guardian can put ${HOLDER} in the attributor’s place at once. An operator that has done nothing for 180 days can be succeeded.`,
      "  Disputes: A partner can dispute one held sale in a period, which freezes their lines. The arbiter lets each stand, voids it or gives it to other partners within 2 more periods; after that it stands as posted.",
      `  Payments: A partner accepts the terms before its first claim. At most 40 ETH or 100,000 USDC of sales can be posted in a period. The attributor can refund at most 4 ETH or 10,000 USDC of a period; beyond that the operator does. A sale of less than 10 USDC counts for no tier and milestone by count. Payments to many at once pass over whoever has less than 50 USDC; anyone can still claim it alone. A partner can have its payments moved to another wallet, 3 days after it says so. A partner can have a part of its payments go to the tax account ${HOLDER}.`,
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
      "  Amendments: The terms can never be amended. Before the arbiter suspends a standing line or ends it for breach, its holder has 30 days of notice.",
      "  Disputes: Sales cannot be disputed.",
      "  What remains: What remains of a sale is the operator’s.",
    ]);
  });
});
