/** Spares the questions a wallet asks before each transaction. */
export const TRANSACTION = { gas: 16_000_000n, chain: null } as const;
