import type { TermsExample } from "../TermsExample.ts";

const FIRST = "2025-01-10";

/** What partners reach, what limits there are, and what goes back. */
export const GROWTH_EXAMPLES: readonly TermsExample[] = [
  {
    title: "Graduation",
    rule: "Who meets all that a tier asks for gets it from the next period's start, once anybody triggers it. Only locked periods count: sales of January are locked in March.",
    terms: {
      roles: { affiliate: { rates: { "*": "10%" }, tiers: { associate: "0%", partner: "5%" } } },
      graduation: { partner: { earned: "100", sales: 2 } },
    },
    sales: [
      { id: "s1", on: FIRST, amount: "600", credits: "ana:affiliate:1" },
      { id: "s2", on: FIRST, amount: "500", credits: "ana:affiliate:1" },
      { id: "s3", on: "2025-02-10", amount: "100", credits: "ana:affiliate:1" },
      { id: "s4", on: "2025-04-10", amount: "100", credits: "ana:affiliate:1" },
    ],
  },
  {
    title: "Milestones",
    rule: "An amount that a partner is owed once it has reached it, and paid out of the reserve of milestones, which the operator fills and which backs nothing else. What the reserve does not cover waits, the older first.",
    terms: {
      roles: { seller: { rates: { "*": "10%" } } },
      milestones: [{ name: "first two", measure: "sales", reaches: "2", pays: "25" }],
    },
    sales: [
      { id: "s1", on: FIRST, amount: "100", credits: "ana:seller:1" },
      { id: "s2", on: FIRST, amount: "100", credits: "ana:seller:1;ben:seller:1" },
    ],
  },
  {
    title: "The posting limit",
    rule: "The most that is posted in one period, in each currency: what a stolen attributor's key can do at worst. Refunds do not make room.",
    terms: { roles: { seller: { rates: { "*": "10%" } } }, postingLimit: "1000" },
    sales: [
      { id: "s1", on: FIRST, amount: "700", credits: "ana:seller:1" },
      { id: "s2", on: FIRST, amount: "400", credits: "ana:seller:1" },
    ],
  },
  {
    title: "A refund",
    rule: "A part of a sale that goes back takes the same part of each line with it, rounded up, at the rate that the line was posted with.",
    terms: { roles: { seller: { rates: { "*": "10%" } } } },
    sales: [{ id: "s1", on: FIRST, amount: "100", credits: "ana:seller:1;ben:seller:2" }],
    refunds: [{ sale: "s1", amount: "25", on: "2025-01-20" }],
  },
  {
    title: "Rounding",
    rule: "Each line is rounded once, down to the currency's smallest unit, and nothing before it; what rounding leaves is residual, so that the sum is the sale.",
    terms: { roles: { seller: { rates: { "*": "33.3333%" } } } },
    sales: [{ id: "s1", on: FIRST, amount: "0.000101", credits: "ana:seller:1;ben:seller:1" }],
  },
];
