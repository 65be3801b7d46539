import { groupBy } from "../facts/groupBy.ts";
import type { Inputs } from "../facts/Inputs.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import { parametersOf } from "../mapping/parametersOf.ts";
import { countReturning } from "./countReturning.ts";
import type { Counts, SeenCurrency, SeenInputs } from "./SeenInputs.ts";

const METADATA = "metadata.";
/** What may hold anything, such as PayPal's Custom Number, holds codes as often as not. */
const CODE = /^(custom$|metadata\..*(code|coupon|promo|voucher))/i;

/** Looks at all that files tell for what a mapping has to name. */
export function lookAt({ sales, visits }: Inputs): SeenInputs {
  const foreign = sales.filter(({ source }) => source !== "file");
  const keys = sales.flatMap(({ attributes }) => Object.keys(attributes));
  const codeFields = [...new Set(keys)].filter((key) => CODE.test(key));
  const values = visits.flatMap(({ url }) =>
    [...parametersOf(url)].flatMap(([name, texts]) => texts.map((text) => [name, text] as const)),
  );
  return {
    sales: sales.length,
    currencies: [...groupBy(foreign, ({ currency }) => currency.toUpperCase())].map(seeCurrency),
    kinds: count(sales.map(({ kind }) => kind)),
    products: count(sales.map(({ product }) => product)),
    codes: count(
      sales.flatMap(({ codes, attributes }) => [
        ...codes,
        ...codeFields.map((field) => attributes[field] ?? ""),
      ]),
    ),
    codeFields,
    returning: countReturning(foreign, codeFields),
    metadata: count(
      keys.filter((key) => key.startsWith(METADATA)).map((key) => key.slice(METADATA.length)),
    ),
    parameters: new Map(
      [...groupBy(values, ([name]) => name)].map(([name, all]) => [
        name,
        count(all.map(([, text]) => text)),
      ]),
    ),
    visits: visits.length,
  };
}

function seeCurrency([code, sales]: [string, readonly SaleFact[]]): SeenCurrency {
  const made = new Set(sales.map(({ converted }) => converted?.currency));
  return { code, sales: sales.length, convertedTo: made.size === 1 ? [...made][0] : undefined };
}

/** The most frequent first. */
function count(texts: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== "") counts.set(text, (counts.get(text) ?? 0) + 1);
  return new Map([...counts].sort(([, a], [, b]) => b - a));
}
