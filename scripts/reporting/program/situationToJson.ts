import { formatUnits } from "viem";
import { nameOfId } from "../../../core/ids/nameOfId.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { disputesOf } from "./disputesOf.ts";
import { graduationOf } from "./graduationOf.ts";
import { lineNotesOf } from "./lineNotesOf.ts";

/** What waits or happens in a program: disputes, ends and offers of lines, arrears, graduation. */
export function situationToJson(books: Books, now: number) {
  return {
    disputes: disputesOf(books).map(({ saleId, partner, deadline, frozen, currency }) => ({
      ...{ sale: nameOfId(saleId), partner, deadline: formatIsoTime(deadline) },
      ...{ frozen: formatUnits(frozen, currency.decimals), currency: currency.symbol },
    })),
    lines: lineNotesOf(books, now).map(({ line, ends, suspendedFrom, agreedBy, ...rest }) => ({
      ...{ line, agreedBy },
      ends: timeOrNull(ends),
      suspendedFrom: timeOrNull(suspendedFrom),
      notice: rest.notice ? { ...rest.notice, until: formatIsoTime(rest.notice.until) } : null,
      offer: rest.offer ? { ...toMoney(rest.offer), from: formatIsoTime(rest.offer.from) } : null,
      arrears: rest.arrears.map(toMoney),
    })),
    graduation: graduationOf(books, now).map(({ currency, earned, ...rest }) => ({
      ...rest,
      currency: currency.symbol,
      earned: earned.map((amount) => formatUnits(amount, currency.decimals)),
    })),
  };
}

export type Situation = ReturnType<typeof situationToJson>;

function toMoney({
  amount,
  currency: { symbol, decimals },
}: {
  readonly amount: bigint;
  readonly currency: { readonly symbol: string; readonly decimals: number };
}) {
  return { amount: formatUnits(amount, decimals), currency: symbol };
}

function timeOrNull(time: number | undefined): string | null {
  return time === undefined ? null : formatIsoTime(time);
}
