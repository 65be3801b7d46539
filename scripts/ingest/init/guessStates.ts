import type { ColumnMap } from "../mapping/ColumnMap.ts";

const PAID = /^(paid|complete[d]?|succe.*|settled|captured|closed|.*refund.*)$/i;
const UNPAID = /^(pending|failed|cancel.*|void.*|expired|open|draft|declined|unpaid|authori.*)$/i;

/** All of it went back; and some of it, or nobody can tell how much. */
const REFUNDED = /^(fully[ _-]?)?refunded$/i;
const PARTLY_REFUNDED = /refund/i;
const NONE = ["", "0", "0.0", "0.00", "0,00"];

/**
 * What rows are by the state that they name, and what went back of them: by its amount, or else by the state.
 * @param status The column with the state; undefined where there is none.
 * @param refunded The column that tells how much went back.
 */
export function guessStates(
  status: string | undefined,
  states: readonly string[],
  refunded: string | undefined,
): Pick<ColumnMap, "rows" | "refunded"> {
  const amounts = refunded === undefined ? [] : [{ amount: refunded }];
  const whole = status === undefined ? [] : states.filter((state) => REFUNDED.test(state));
  const byState = whole.length === 0 ? [] : [{ when: { [status ?? ""]: whole } }];
  const all = [...amounts, ...byState];
  return {
    ...(status === undefined
      ? {}
      : { rows: states.flatMap((state) => rowsOf(status, state, refunded)) }),
    ...(all.length === 0 ? {} : { refunded: all }),
  };
}

function rowsOf(
  status: string,
  state: string,
  refunded: string | undefined,
): NonNullable<ColumnMap["rows"]> {
  const when = { [status]: state };
  if (!PAID.test(state)) return [{ when, is: UNPAID.test(state) ? "unpaid" : "review" }];
  const sale = { when, is: "sale" } as const;
  if (REFUNDED.test(state) || !PARTLY_REFUNDED.test(state)) return [sale];
  if (refunded === undefined) return [{ when, is: "review" }];
  return [{ when: { ...when, [refunded]: NONE }, is: "review" } as const, sale];
}
