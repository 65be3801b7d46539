/** What works out or keeps amounts of money, rates and time. */
const ACCOUNTING = new Set([
  "libraries/Accounts.sol",
  "libraries/Buckets.sol",
  "libraries/Limits.sol",
  "libraries/PartnerRecord.sol",
  "libraries/Periods.sol",
  "libraries/Rates.sol",
  "libraries/SaleStore.sol",
  "libraries/Waterfall.sol",
  "libraries/WorstCase.sol",
  "parts/CreditRates.sol",
  "parts/Earnings.sol",
  "parts/Guarantees.sol",
  "parts/LineEarnings.sol",
  "parts/PostedSales.sol",
  "parts/Pricing.sol",
  "parts/Refunds.sol",
  "parts/Revenue.sol",
  "parts/Sales.sol",
  "parts/Settlement.sol",
  "parts/Walks.sol",
]);

export const GROUPS = ["accounting", "rest"] as const;

export type Group = (typeof GROUPS)[number];

/** Which bar a file has to meet. */
export function groupOf(file: string): Group {
  return ACCOUNTING.has(file.replace("contracts/", "")) ? "accounting" : "rest";
}
