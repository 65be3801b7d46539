/** What a transaction of the poster does; `fill` does nothing, but that what waits behind its nonce goes on. */
export type Purpose = "approve" | "fund" | "post" | "refund" | "fill";

/** The points of the poster's protocol, in the order in which they are reached. */
type Step =
  /** The journal is this process's alone. */
  | "locked"
  /** What an earlier run left open is settled. */
  | "recovered"
  /** The items of the file are in the journal. */
  | "seen"
  /** Those that are not on the chain yet are marked for posting. */
  | "attributed"
  /** The program's funds suffice. */
  | "funded"
  /** Nonce, call and fees are in the journal; nothing was sent. */
  | `${Purpose}: planned`
  /** Another attempt, with higher fees, is in the journal; it was not sent. */
  | `${Purpose}: raised`
  /** The RPC took it; the journal does not say so yet. */
  | `${Purpose}: answered`
  /** The journal says so. */
  | `${Purpose}: sent`
  /** Its receipt was read; the journal does not say so yet. */
  | `${Purpose}: found`
  /** The journal says so. */
  | `${Purpose}: mined`
  /** Enough blocks lie above it, and the journal says so. */
  | `${Purpose}: final`;

/** Sees each step as it is reached, and is waited for. What it throws ends the run there. */
export type Observe = (step: Step) => void | Promise<void>;
