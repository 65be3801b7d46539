/** One deliberate mistake in the arithmetic of the deal. */
export interface Fault {
  /** What of the arithmetic is wrong. */
  readonly rule: string;
  readonly what: string;
  readonly file: string;
  /** A text that the file has once, and what is to stand there. */
  readonly from: string;
  readonly to: string;
}

/** One in each rule. */
export const FAULTS: readonly Fault[] = [
  {
    rule: "rates",
    what: "tenure counts a year too many",
    file: "core/deal/rateOf.ts",
    from: "entryOfYear(role.tenure, inputs.joined, inputs.time)",
    to: "entryOfYear(role.tenure, inputs.joined - 31_536_000, inputs.time)",
  },
  {
    rule: "waterfall",
    what: "a part by weight is rounded up",
    file: "core/deal/partOf.ts",
    from: "(amount * BigInt(rate) * BigInt(weight)) / (WHOLE * BigInt(all))",
    to: "(amount * BigInt(rate) * BigInt(weight) + WHOLE * BigInt(all) - 1n) / (WHOLE * BigInt(all))",
  },
  {
    rule: "worst case",
    what: "referrals are left out",
    file: "core/deal/worstCase.ts",
    from: "const followed = WHOLE + BigInt(referral);",
    to: "const followed = WHOLE + 0n * BigInt(referral);",
  },
  {
    rule: "settlement",
    what: "what a cap has used is not subtracted",
    file: "core/deal/conditionalEarnings.ts",
    from: "lesser(raw, beyond(used, cap))",
    to: "lesser(raw, cap)",
  },
  {
    rule: "guarantees",
    what: "the reserve pays before the residual",
    file: "core/deal/fundGuarantees.ts",
    from: `const paid = lesser(owed, residual);
    const reserved = lesser(owed - paid, book.reserve);`,
    to: `const reserved = lesser(owed, book.reserve);
    const paid = lesser(owed - reserved, residual);`,
  },
];
