import { concatHex, type Hex, numberToHex } from "viem";

/** A credit as bytes have it: of whom by the place among the batch's partners. */
export interface RawCredit {
  readonly place: number;
  readonly role: number;
  readonly weight: number;
}

export interface RawSale {
  readonly id: Hex;
  readonly time: number;
  readonly amount: bigint;
  readonly kind: number;
  readonly payer: Hex | undefined;
  /** Whether weights follow. */
  readonly weighted: boolean;
  readonly credits: readonly RawCredit[];
}

export interface RawBatch {
  readonly partners: readonly number[];
  /** How many the bytes say there are. */
  readonly count: number;
  readonly sales: readonly RawSale[];
}

/** The bytes of a batch, right or wrong: nothing is checked, sorted or left out. */
export function packRaw({ partners, count, sales }: RawBatch): Hex {
  return concatHex([
    number(partners.length, 2),
    number(count, 2),
    ...partners.map((partner) => number(partner, 3)),
    ...sales.map(packSale),
  ]);
}

function packSale({ id, time, amount, kind, payer, weighted, credits }: RawSale): Hex {
  const form = credits.length + (payer === undefined ? 0 : 64) + (weighted ? 128 : 0);
  return concatHex([
    id,
    ...[number(time, 5), number(amount, 12), number(kind, 1), number(form, 1)],
    payer ?? "0x",
    ...credits.map(({ place, role, weight }) =>
      concatHex([number(place, 2), number(role, 1), weighted ? number(weight, 4) : "0x"]),
    ),
  ]);
}

function number(value: bigint | number, size: number): Hex {
  return numberToHex(value, { size });
}
