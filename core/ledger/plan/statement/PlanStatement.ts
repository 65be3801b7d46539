import type { Address } from "viem";
import type { Currency } from "../../../currency/Currency.ts";
import type { Time } from "../../../deal/Terms.ts";

/** A grant's money in one currency: all that it ever earned is held, payable, owed or paid. */
export interface GrantMoney {
  readonly earned: bigint;
  readonly held: bigint;
  readonly payable: bigint;
  readonly owed: bigint;
  readonly paid: bigint;
}

/** A grant in one currency, as it stands in the end. */
export interface PlanStatementRow extends GrantMoney {
  readonly id: bigint;
  readonly holder: Address;
  readonly units: bigint;
  readonly vested: bigint;
  readonly currency: Currency;
  /** What of `paid` went to the tax account. */
  readonly withheld: bigint;
}

/** Something that happened to a grant, and how it stands after it. */
export interface PlanStatementEntry {
  readonly time: Time;
  readonly id: bigint;
  readonly what: string;
  /** Undefined where it is no money; then nothing of what follows is in one currency. */
  readonly money:
    | (GrantMoney & { readonly currency: Currency; readonly amount: bigint })
    | undefined;
  readonly units: bigint;
  readonly vested: bigint;
}

export interface PlanStatement {
  readonly rows: readonly PlanStatementRow[];
  /** In the order of time. */
  readonly entries: readonly PlanStatementEntry[];
}
