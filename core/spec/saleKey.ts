/** Where a posted sale stands. */
export interface SalePlace {
  /** Its batch's number, from 1. */
  readonly batch: number;
  /** From 0. */
  readonly place: number;
}

export function saleKey({ batch, place }: SalePlace): string {
  return `${batch}:${place}`;
}
