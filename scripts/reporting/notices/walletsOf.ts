import type { Address } from "viem";
import { indexByName } from "../../../core/ids/indexByName.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { partnersNamed } from "../../../core/ledger/partnersNamed.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Subscription } from "./Subscription.ts";

/** The wallets that a subscription's partner goes by. Nobody may be called that yet. */
export function walletsOf(
  books: Books,
  time: number,
  { partner }: Subscription,
): readonly Address[] | undefined {
  if (partner === undefined) return undefined;
  if (/^0x[0-9a-fA-F]{40}$/.test(partner)) return [partner as Address];
  const named = partnersNamed(books, partner);
  if (named.length > 1) {
    throw new TributaryError(`${named.length} partners are called "${partner}".`, {
      todo: `Name the wallet in the subscriptions instead: ${named.map(({ wallet }) => wallet).join(", ")}.`,
    });
  }
  const lines = indexByName(termsAt(books, time).standing)(partner);
  return [...named.map(({ wallet }) => wallet), ...lines.map(({ holder }) => holder)];
}
