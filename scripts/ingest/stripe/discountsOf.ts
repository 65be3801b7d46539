import type { EventDiscounts } from "./EventFacts.ts";
import type { StripeObject } from "./StripeObject.ts";

export interface ToldDiscounts {
  /** The promotion codes, by their ids and, where it is told, their texts. */
  readonly codes: readonly string[];
  readonly discounts: EventDiscounts;
}

/**
 * The discounts of a session or an invoice. Until API version 2025-03-31 an invoice has one whole as `discount`; `discounts` are ids, or
 * whole where somebody has them expanded; a session names the promotion code of each.
 */
export function discountsOf(object: StripeObject): ToldDiscounts {
  const single = object.part("discount");
  const all = [
    ...(single === undefined ? [] : [single]),
    ...object.list("discounts"),
    ...amountsOf(object, "total_discount_amounts"),
    ...amountsOf(object, "total_details.breakdown.discounts"),
    ...object
      .list("lines")
      .flatMap((line) => [...line.list("discounts"), ...amountsOf(line, "discount_amounts")]),
  ];
  const whole = all.filter((discount) => discount.plain() === "");
  const told = Object.fromEntries(
    whole.flatMap((discount) => {
      const id = discount.text("id");
      return id === "" ? [] : [[id, codesOf(discount)]];
    }),
  );
  const ids = new Set(all.map((discount) => discount.plain()).filter((id) => id !== ""));
  const bare = [...ids].filter((id) => !Object.hasOwn(told, id));
  const isUntold = all.length === 0 && object.number("total_details.amount_discount") > 0;
  return {
    codes: [...new Set(whole.flatMap(codesOf))],
    discounts: {
      ...{ told, bare: isUntold ? [`of ${object.text("id")}`] : bare },
      unnamed: whole.filter((discount) => discount.text("id") === "").length,
    },
  };
}

function amountsOf(object: StripeObject, list: string): StripeObject[] {
  return object.list(list).flatMap((amount) => {
    const discount = amount.part("discount");
    return discount === undefined ? [] : [discount];
  });
}

function codesOf(discount: StripeObject): string[] {
  const names = [discount.id("promotion_code"), discount.text("promotion_code.code")];
  return names.filter((name) => name !== "");
}
