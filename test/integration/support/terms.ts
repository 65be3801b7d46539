import type { TermsFile } from "../../../core/terms/TermsFile.ts";

export const HOLDER = "0xa0Ee7A142d267C1f36714E4a8F75612F20a79720";

/** Terms that use most of what a file can say. */
export const TERMS: TermsFile = {
  name: "Test collective",
  starts: "2025-01-01",
  currencies: ["USDC", "ETH"],
  period: "30d",
  holdPeriods: 1,
  ceiling: "60%",
  kinds: ["initial", "renewal", "expansion"],
  received: "renewal",
  roles: {
    integration: { rates: { "*": "15%" } },
    coach: {
      rates: { expansion: "20%" },
      tenure: ["0%", "1%"],
      tiers: { junior: "0%", senior: "2.5%" },
    },
    support: { of: "net", rates: { "*": "5%" } },
  },
  standing: [{ name: "moderators", holder: HOLDER, rate: "2%" }],
};
