import type { Hex } from "viem";

/** What is posted to a program, each once by its id. */
export type ItemKind = "sale" | "refund";

/**
 * `seen`: read, but it cannot be posted yet, or was not looked at; `attributed`: ready to be posted; `sent`, `mined` and
 * `final` as its transaction is.
 */
export type ItemState = "seen" | "attributed" | "sent" | "mined" | "final";

export interface Item {
  readonly kind: ItemKind;
  readonly id: Hex;
  /** Its id as the file has it. */
  readonly name: string;
}

/** An item that is not final, as the journal knows it. */
export interface OpenItem extends Item {
  readonly state: ItemState;
  /** Why it waits. */
  readonly note: string | undefined;
}
