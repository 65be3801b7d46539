import { REFERRED, type Terms, TO_POOL } from "../../../core/deal/Terms.ts";
import { FIRST_POOL } from "../../../core/ledger/PartnerState.ts";
import type { KnownPartner } from "../../chain/partners/readPartners.ts";

/** To whom lines may go beside those who are credited, by their numbers. */
export type Companions = (credited: ReadonlySet<number>) => number[];

/**
 * Who has to be named in a batch beside the credited partners: who referred them, where the terms know referred roles, and the books of
 * the pools that get what roles miss. A pool whose holder is a partner, or holds an earlier pool, has no book of its own.
 */
export function companionsOf(
  { roles, pools }: Pick<Terms, "roles" | "pools">,
  partners: readonly Pick<KnownPartner, "number" | "wallet" | "referrer">[],
): Companions {
  const filled = roles.filter(({ missing }) => missing === TO_POOL).map(({ pool }) => pool);
  const books = [...new Set(filled)].flatMap((index) => {
    const holder = pools[index]?.holder;
    const partner = partners.find(({ wallet }) => wallet === holder);
    const first = pools.findIndex((one) => one.holder === holder);
    return holder === undefined ? [] : [partner?.number ?? FIRST_POOL + first];
  });
  const knowsReferrers = roles.some(({ stage }) => stage === REFERRED);
  const referrerOf = new Map(partners.map(({ number, referrer }) => [number, referrer]));
  return (credited) => {
    const referrers = knowsReferrers ? [...credited].map((one) => referrerOf.get(one) ?? 0) : [];
    return [...new Set([...books, ...referrers])].filter((number) => number > 0);
  };
}
