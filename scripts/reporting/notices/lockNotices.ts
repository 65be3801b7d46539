import { formatUnits } from "viem";
import { lockTime } from "../../../core/deal/periods.ts";
import type { Books } from "../../../core/ledger/Books.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Notice } from "./Notice.ts";
import { partyAt } from "./partyAt.ts";

/**
 * What became final by the passing of time alone, after one time and up to another: each party's lines of the periods that
 * locked. With no hold everything is final as it is posted, and nothing is told twice.
 */
export function lockNotices(books: Books, after: number, upTo: number): Notice[] {
  const terms = termsAt(books, upTo);
  if (terms.holdPeriods === 0) return [];
  const notices: Notice[] = [];
  for (const { currency, parties } of books.currencies.values()) {
    for (const [wallet, { credits }] of parties) {
      const party = partyAt(books, upTo, wallet);
      for (const [period, { earned, reversed }] of credits) {
        const time = lockTime(terms, period);
        if (time <= after || time > upTo || earned <= reversed) continue;
        const amount = formatUnits(earned - reversed, currency.decimals);
        notices.push({
          ...{ kind: "lock", type: "period.locked", party, time },
          ...{ block: undefined, transaction: undefined },
          key: `lock/${period}/${currency.address}/${wallet}`,
          subject: `Final and claimable: ${amount} ${currency.symbol} of period ${period}`,
          data: { period, currency: currency.symbol, amount, lockedAt: formatIsoTime(time) },
        });
      }
    }
  }
  return notices.sort((a, b) => a.time - b.time);
}
