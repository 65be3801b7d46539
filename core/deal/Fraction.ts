/** An exact part of the whole, `numerator ÷ denominator`. It is rounded where it is taken of an amount, and nowhere before. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** All of it. */
export const ALL: Fraction = { numerator: 1n, denominator: 1n };
