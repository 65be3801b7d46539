import type { SaleFact } from "../facts/SaleFact.ts";
import { meets } from "../rules/meets.ts";
import { convertSale } from "./convertSale.ts";
import type { Mapping } from "./Mapping.ts";

/** A mapping asks a sale for itself alone. */
const ALONE = { isExisting: false, isDisputed: false };

/** A sale with the program's names for what the source has names of its own for. */
export function mapSale(sale: SaleFact, mapping: Mapping): SaleFact {
  const { products = {}, kinds = [], codeFields = [] } = mapping;
  const codes = codeFields
    .map((field) => sale.attributes[field] ?? "")
    .filter((code) => code !== "");
  const named = {
    ...convertSale(sale, mapping),
    product: Object.hasOwn(products, sale.product) ? (products[sale.product] ?? "") : sale.product,
    codes: [...new Set([...sale.codes, ...codes])],
  };
  const kind = kinds.find(({ when }) => meets(named, when, ALONE))?.kind;
  return kind === undefined ? named : { ...named, kind };
}
