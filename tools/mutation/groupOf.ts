/** What works out or keeps amounts of money, rates and time. */
const ACCOUNTING = new Set([
  "base/CreditRates.sol",
  "base/Credits.sol",
  "base/Duplicates.sol",
  "base/Earnings.sol",
  "base/Guarantees.sol",
  "base/LineEarnings.sol",
  "base/LineSettlement.sol",
  "base/Pricing.sol",
  "base/Refunds.sol",
  "base/Revenue.sol",
  "base/Sales.sol",
  "base/SegmentSettlement.sol",
  "base/ShownSales.sol",
  "equity/EquityWords.sol",
  "equity/base/EquityBase.sol",
  "equity/base/EquityBooks.sol",
  "equity/base/EquityClaims.sol",
  "equity/base/EquityMoney.sol",
  "equity/modules/EquityBuyouts.sol",
  "equity/modules/EquityGrants.sol",
  "equity/modules/EquityLeaving.sol",
  "libraries/Accounts.sol",
  "libraries/Buckets.sol",
  "libraries/GrantWords.sol",
  "libraries/Levels.sol",
  "libraries/Limits.sol",
  "libraries/PartnerRecord.sol",
  "libraries/Periods.sol",
  "libraries/Rates.sol",
  "libraries/SaleWords.sol",
  "libraries/Sending.sol",
  "libraries/Vesting.sol",
  "libraries/Waterfall.sol",
  "terms/WorstCase.sol",
]);

export const GROUPS = ["accounting", "rest"] as const;

export type Group = (typeof GROUPS)[number];

/** Which bar a file has to meet. */
export function groupOf(file: string): Group {
  return ACCOUNTING.has(file.replace("contracts/", "")) ? "accounting" : "rest";
}
