/** What a type of PayPal's is to a program's books. */
export type PaypalType =
  | "payment"
  | "refund"
  | "reversal"
  | "reversal undone"
  | "dispute hold"
  | "dispute hold lifted"
  | "conversion"
  | "no payment"
  | "unknown";

/** The first that fits counts. Names as PayPal's transaction event codes have them, and older ones. */
const TYPES: readonly (readonly [RegExp, PaypalType])[] = [
  [/^(hold (on balance )?for dispute investigation|dispute hold)$/, "dispute hold"],
  [/^cancell?ation of hold for dispute (resolution|investigation)$/, "dispute hold lifted"],
  [/^(chargeback reversal|reimbursement of chargeback|cancell?ed reversal)$/, "reversal undone"],
  [/^(chargeback|payment reversal|reversal|dispute settlement|general reversal)$/, "reversal"],
  [/^(payment )?refund$/, "refund"],
  [/\bfees?\b|^fee\b/, "no payment"],
  [/currency conversion/, "conversion"],
  [
    /withdraw|auto-?sweep|bank deposit|credit card deposit|funding|^transfer (to|from) bank/,
    "no payment",
  ],
  [/\bhold\b|\breserve\b|\brelease\b/, "no payment"],
  [/authori[sz]ation|^order$|^void/, "no payment"],
  [
    /^(shopping cart|invoice) item$|^invoice (sent|received)$|^request (sent|received)$/,
    "no payment",
  ],
  [/^mass ?pay|^payout|^rebate|bonus|incentive|^gift certificate/, "no payment"],
  [
    /^(general|express checkout|website|mobile|web ?accept|shopping cart|subscription|recurring|donation|virtual terminal|direct|direct credit card|ebay auction|third party auction|paypal here|generic instrument-funded|mobile express checkout|invoice|checkout)? ?payment( received)?$/,
    "payment",
  ],
  [/^pre-?approved payment( bill user payment)?$|^donation( received)?$|^tip received$/, "payment"],
];

export function typeOf(called: string): PaypalType {
  const name = called.toLowerCase();
  return TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? "unknown";
}
