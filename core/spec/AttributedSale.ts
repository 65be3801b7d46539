/** A credit of a sale, before it has a rate. */
export interface Credit {
  readonly partner: string;
  readonly role: number;
  readonly weight: number;
}

/** A sale as it is posted. */
export interface AttributedSale {
  readonly kind: number;
  readonly currency: number;
  readonly amount: bigint;
  readonly credits: readonly Credit[];
}
