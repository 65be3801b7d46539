/** What of a transaction the prices ahead change. */
export interface Spending {
  /** Storage slots that it fills, of which none of these was in use before. */
  readonly created: number;
  /** Slots in use that it changes. */
  readonly updated: number;
  /** Slots that it empties. */
  readonly cleared: number;
  /** Accounts that it reaches for the first time, beside its sender and target. */
  readonly accounts: number;
  /** Calls that send ETH. */
  readonly payments: number;
  /** Contracts that it creates, and the bytes of their code. */
  readonly contracts: number;
  readonly codeBytes: number;
  /** Bytes of calldata. */
  readonly calldata: number;
}

/** The main ones in words. */
export const PRICES_AHEAD =
  "a new storage slot 107,920 more than reading it (EIP-8037 and EIP-8038; 20,000 today), a change of a used one 10,000 (2,900)";

/**
 * The prices of Glamsterdam: EIP-8037 (state creation, at 1,530 gas a byte) and EIP-8038 (state access), as `revm-primitives` 43.0.0 has
 * them for devnet 8 (`eip8037.rs`, `eip8038.rs`), and EIP-7976 (calldata's floor, 64 gas a byte). A cold read of a slot stays at 2,100.
 * Each `before` is what the same costs today beside that.
 */
const PRICES = {
  created: { before: 20_000, ahead: 10_000 + 64 * 1_530 },
  updated: { before: 2_900, ahead: 10_000 },
  accounts: { before: 2_600, ahead: 3_000 },
  payments: { before: 9_000, ahead: 9_000 + 2_300 },
  contracts: { before: 32_000, ahead: 9_000 + 120 * 1_530 },
  codeBytes: { before: 200, ahead: 1_530 },
} as const satisfies Partial<Record<keyof Spending, { before: number; ahead: number }>>;

/** Given back for a slot that is emptied: `(10,000 + 2,100) × 4,800 ÷ 5,000` ahead. */
const CLEARING = { before: 4_800, ahead: 11_616 };

const FLOOR = { transaction: 21_000, calldataByte: 64 };

/** What a transaction that costs `gas` today would cost by the prices ahead, where those of plain opcodes stay. */
export function reprice(gas: number, spending: Spending): number {
  const names = Object.keys(PRICES) as (keyof typeof PRICES)[];
  const more = names.reduce((sum, name) => {
    const { before, ahead } = PRICES[name];
    return sum + spending[name] * (ahead - before);
  }, 0);
  const returned = spending.cleared * (CLEARING.ahead - CLEARING.before);
  const floor = FLOOR.transaction + spending.calldata * FLOOR.calldataByte;
  return Math.max(gas + more - returned, floor);
}
