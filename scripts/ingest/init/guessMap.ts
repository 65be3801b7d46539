import type { ColumnMap } from "../mapping/ColumnMap.ts";
import { guessStates } from "./guessStates.ts";

/** What columns of orders are often called, the likeliest first. */
const NAMES = {
  id: [
    /^(order|sale|purchase|transaction|invoice|payment|receipt)([ _-]?(id|number|no\.?|#|name))?$/i,
    /^(id|number|reference)$/i,
    /\bid$|_id$|number$|#$/i,
  ],
  amount: [
    /^(grand|order)[ _]?total$/i,
    /^(total|amount|gross|paid|price)([ _](paid|amount|price))?$/i,
    /total|amount|gross/i,
  ],
  currency: [/^(order[ _])?currency([ _]code)?$/i],
  time: [
    /^paid[ _](at|on|date)$|^payment[ _]date$/i,
    /^(order[ _])?date$|^created([ _]?at)?$/i,
    /date|created|time/i,
  ],
  email: [/^(customer|billing|buyer)?[ _]?e-?mail([ _]address)?$/i, /e-?mail/i],
  customer: [/^(customer|client|buyer|user)[ _]?(id|no|number)$/i],
  code: [/^(coupon|discount|promo(tion)?|voucher)[ _]?codes?$/i, /coupon|voucher|promo/i],
  tax: [/^(sales[ _])?(tax|vat|gst)(es)?([ _](amount|total))?$/i],
  shipping: [/^(shipping|delivery)([ _](amount|total|cost))?$/i],
  fees: [/^(processing[ _]|transaction[ _])?fees?([ _](amount|total))?$/i],
  discount: [/^discounts?([ _](amount|total))?$/i],
  refunded: [/^((amount|total)[ _-]?)?refund(ed|s)?([ _-]?(amount|total))?$/i],
  status: [/^(order|payment|financial)?[ _]?(status|state)$/i],
  product: [/^(sku|product|item)([ _](id|name))?$/i],
};

/**
 * A map of a table that nothing knows, by the names of its columns; undefined where they do not tell what was sold for how much and when.
 * @param statesOf The values that a column has in the file.
 */
export function guessMap(
  name: string,
  names: readonly string[],
  statesOf: (column: string) => readonly string[],
): ColumnMap | undefined {
  const find = (what: keyof typeof NAMES) => {
    for (const pattern of NAMES[what]) {
      const column = names.find((one) => pattern.test(one));
      if (column !== undefined) return column;
    }
    return undefined;
  };
  const [id, amount, time, currency] = [find("id"), find("amount"), find("time"), find("currency")];
  if (id === undefined || amount === undefined || time === undefined) return undefined;
  const [email, customer, code, refunded] = [
    find("email"),
    find("customer"),
    find("code"),
    find("refunded"),
  ];
  const status = find("status");
  const states = status === undefined ? [] : statesOf(status);
  const parts = (["tax", "shipping", "fees", "discount"] as const).flatMap((part) => {
    const column = find(part);
    return column === undefined ? [] : [[part, column] as const];
  });
  return {
    ...{ name, columns: [...new Set([id, amount, time])] },
    ...guessStates(status, states, refunded),
    ...{ id, amount, amounts: "shown", currency: currency ?? { always: "USD" }, time },
    ...Object.fromEntries(parts),
    customers: {
      ...(customer === undefined ? {} : { customer }),
      ...(email === undefined ? {} : { email }),
    },
    ...(code === undefined ? {} : { codes: [{ column: code }] }),
    ...(find("product") === undefined ? {} : { product: find("product") ?? "" }),
  };
}
