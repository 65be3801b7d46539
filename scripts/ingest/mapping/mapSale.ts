import type { SaleFact } from "../facts/SaleFact.ts";
import { meets } from "../rules/meets.ts";
import { convertSale } from "./convertSale.ts";
import type { Mapping } from "./Mapping.ts";

/**
 * A sale with the program's names for what the source has names of its own for.
 * @param isFirstPayment Whether it is its customer's first money; else a mapping asks a sale for itself alone.
 */
export function mapSale(sale: SaleFact, mapping: Mapping, isFirstPayment: boolean): SaleFact {
  const around = { isExisting: false, isDisputed: false, isFirstPayment };
  const { products = {}, kinds = [], codeFields = [] } = mapping;
  const codes = codeFields
    .map((field) => sale.attributes[field] ?? "")
    .filter((code) => code !== "");
  const named = {
    ...convertSale(sale, mapping),
    product: Object.hasOwn(products, sale.product) ? (products[sale.product] ?? "") : sale.product,
    codes: [...new Set([...sale.codes, ...codes])],
  };
  const kind = kinds.find(({ when }) => meets(named, when, around))?.kind;
  return kind === undefined ? named : { ...named, kind };
}
