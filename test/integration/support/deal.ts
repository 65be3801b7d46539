import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import { HOLDER } from "./terms.ts";

/** Accounts of a development chain, so that they can sign. */
export const POOL = "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955";
export const TAX = "0x23618e81E3f5cdF7f54C3d65f7FBc0aBf5B21E8f";
export const LIBRARY = "0xBcd4042DE499D14e55001CcbB24a551F3b954096";
export const ADVISER = "0x976EA74026E726554dB657fA54763abd0C3a0aa9";

/** Terms that use everything that a deal can say: referral, pools, clauses, guarantees, graduation, milestones, disputes. */
export const DEAL: TermsFile = {
  name: "The whole deal",
  starts: "2025-01-01",
  currencies: ["USDC", "ETH"],
  period: "30d",
  holdPeriods: 1,
  noticePeriods: 1,
  ceiling: "100%",
  kinds: ["initial", "renewal", "completion"],
  outcomes: { completion: { amount: { USDC: "50" } } },
  roles: {
    seller: {
      rates: { initial: "20%", renewal: "10%", completion: "60%" },
      tiers: { junior: "0%", senior: "5%" },
    },
    scout: { of: "referral", rates: { initial: "10%", renewal: "5%" } },
    trust: { rates: { initial: "4%" }, missing: { pool: "community" } },
    coach: { of: "net", rates: { initial: "6%", renewal: "2%" } },
    support: { of: "net", rates: { initial: "3%" }, missing: "renormalise" },
  },
  pools: { community: POOL },
  standing: [
    { name: "moderators", holder: HOLDER, rate: "1%" },
    {
      ...{ name: "adviser", holder: ADVISER, rate: "1%" },
      ...{ fee: { USDC: "3" }, minimum: { USDC: "40" } },
    },
    {
      ...{ name: "tech", holder: HOLDER, rate: "5%", buyout: "2" },
      cap: { amount: { USDC: "12" }, per: "year" },
    },
    {
      ...{ name: "profit", holder: ADVISER, rate: "2%" },
      threshold: { amount: { USDC: "250" }, per: "lifetime" },
    },
    { name: "helpers", holder: ADVISER, rate: "1%", starts: "2025-01-15" },
  ],
  graduation: { senior: { earned: { USDC: "20" }, sales: 1, score: 5 } },
  milestones: [{ name: "first", measure: "sales", reaches: "1", pays: { USDC: "2" } }],
  acceptance: true,
  postingLimit: { USDC: "100000", ETH: "100" },
  minimumPayout: { USDC: "1" },
  disputes: { limit: 3, periods: 1 },
  moveDelay: "2d",
  withholding: { account: TAX },
};

/** The same with more kinds, roles and rates, from May on; one line is another's place. */
export const AMENDED: TermsFile = {
  ...DEAL,
  kinds: [...DEAL.kinds, "upgrade"],
  roles: {
    ...DEAL.roles,
    seller: {
      rates: { initial: "22%", renewal: "12%", completion: "60%", upgrade: "15%" },
      tiers: { junior: "0%", senior: "5%" },
    },
    coach: { of: "net", rates: { initial: "6%", renewal: "2%", upgrade: "4%" } },
    mentor: { rates: { upgrade: "3%" }, missing: { pool: "library" } },
  },
  pools: { ...DEAL.pools, library: LIBRARY },
  standing: [
    ...(DEAL.standing ?? []).map((line) => ({
      ...line,
      ...(line.name === "profit" && { ends: "2025-05-01" }),
    })),
    { name: "partnership", holder: ADVISER, rate: "3%", kinds: ["renewal", "upgrade"] },
  ],
};
