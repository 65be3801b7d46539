import { BatchFormError } from "./BatchFormError.ts";
import { checkRange } from "./checkRange.ts";
import { MOST_LINES } from "./limits.ts";

/** Some bits of a word, the lowest being bit 0. */
export interface Field {
  readonly name: string;
  readonly at: number;
  readonly bits: number;
  /** The least value; 1 where 0 stands for none. */
  readonly least: 0 | 1;
  /** The highest, where it is not what the bits can hold. */
  readonly most?: number;
}

export const HEAD = {
  amount: { name: "amount", at: 0, bits: 96, least: 1 },
  ordinal: { name: "segment", at: 96, bits: 20, least: 0 },
  kind: { name: "kind", at: 116, bits: 4, least: 0 },
  currency: { name: "currency", at: 120, bits: 3, least: 0 },
  paid: { name: "paid", at: 123, bits: 1, least: 0 },
  lines: { name: "lines", at: 124, bits: 6, least: 0, most: MOST_LINES },
  standingRate: { name: "standing rate", at: 130, bits: 20, least: 0 },
  time: { name: "time", at: 150, bits: 40, least: 0 },
  batch: { name: "batch", at: 190, bits: 32, least: 1 },
  place: { name: "place", at: 222, bits: 16, least: 0 },
} as const satisfies Record<string, Field>;

export const LINE = {
  partner: { name: "partner", at: 0, bits: 20, least: 1 },
  role: { name: "role", at: 20, bits: 4, least: 0 },
  rate: { name: "rate", at: 24, bits: 20, least: 0 },
  weight: { name: "weight", at: 44, bits: 32, least: 1 },
  amount: { name: "line amount", at: 76, bits: 96, least: 0 },
  counts: { name: "counts", at: 172, bits: 1, least: 0 },
} as const satisfies Record<string, Field>;

export const PAYER = {
  payer: { name: "payer", at: 0, bits: 160, least: 1 },
} as const satisfies Record<string, Field>;

/** A word of its fields' values. */
export function joinFields(values: readonly (readonly [Field, bigint | number])[]): bigint {
  let word = 0n;
  for (const [field, value] of values) word |= checkField(field, value) << BigInt(field.at);
  return word;
}

/** Gives the values of a word's fields; refuses a word that has bits beside them. */
export function splitFields(
  word: bigint,
  fields: Readonly<Record<string, Field>>,
): (field: Field) => bigint {
  const used = Object.values(fields).reduce((end, { at, bits }) => Math.max(end, at + bits), 0);
  if (word < 0n || word > mostOf(used))
    throw new BatchFormError(`the word ${word}`, `a word of ${used} bits`);
  return (field) => checkField(field, (word >> BigInt(field.at)) & mostOf(field.bits));
}

function checkField({ name, bits, least, most }: Field, value: bigint | number): bigint {
  return checkRange(name, value, least, most ?? mostOf(bits));
}

function mostOf(bits: number): bigint {
  return (1n << BigInt(bits)) - 1n;
}
