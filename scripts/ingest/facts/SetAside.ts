/** A sale, refund or row that is not among what is posted, and why. */
export interface SetAside {
  readonly verdict: "exclude" | "review";
  readonly what: "sale" | "refund" | "visit" | "code" | "link" | "deal" | "line" | "name";
  readonly id: string;
  readonly customer: string;
  readonly kind: string;
  readonly amount: string;
  readonly currency: string;
  /** UTC seconds; undefined where the source does not say. */
  readonly occurredAt: number | undefined;
  readonly product: string;
  /** Where it is told, such as "payments.csv, line 3". */
  readonly from: string;
  /** The rule that says so: one of the rule file, or one of this program's own, which are in brackets. */
  readonly rule: string;
  readonly reason: string;
}

/** Why it is not among them. */
export type Why = Pick<SetAside, "verdict" | "rule" | "reason">;

/** A row of which nothing more is known than where it is. */
export const NOTHING_KNOWN = {
  ...{ id: "", customer: "", kind: "", amount: "", currency: "", product: "" },
  occurredAt: undefined,
};
