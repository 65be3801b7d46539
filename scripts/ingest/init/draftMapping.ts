import { counted } from "../../../core/text/counted.ts";
import type { ColumnMap } from "../mapping/ColumnMap.ts";
import { type DraftedMapping, FILL_IN, type ToFill } from "./DraftedMapping.ts";
import { draftCurrencies } from "./draftCurrencies.ts";
import { draftLinks } from "./draftLinks.ts";
import type { Counts, SeenInputs } from "./SeenInputs.ts";

/**
 * A mapping for what was seen, which can be used as it is: what only the operator knows has a stand-in or is left out, and is
 * listed.
 * @param currency The program's currency.
 * @param sources Maps of tables that nothing knows, as they were guessed.
 */
export function draftMapping(
  seen: SeenInputs,
  currency: string,
  sources: readonly ColumnMap[],
): DraftedMapping {
  const { currencies, toFill: ofCurrencies } = draftCurrencies(seen.currencies, currency);
  const { links, toFill: ofLinks } = draftLinks(seen.parameters);
  const codes = [...seen.codes.keys()].map((code) => ({ code, partner: FILL_IN, role: FILL_IN }));
  const metadata = [...seen.metadata.keys()];
  const { codeFields } = seen;
  const isCustom = codeFields.includes(CUSTOM);
  const mapping = {
    // With none named, all that are not wait for a review.
    ...(seen.currencies.length > 0 ? { currencies } : {}),
    ...(sources.length > 0 ? { sources } : {}),
    // A code in the field by which customers are known would make one customer of all who used it.
    ...(isCustom ? { customers: { by: ["customer", "email"] } } : {}),
    ...(seen.returning > 0 ? { kinds: [{ when: { first_payment: false }, kind: FILL_IN }] } : {}),
    ...(metadata.length > 0 ? { metadata } : {}),
    ...(codeFields.length > 0 ? { codeFields } : {}),
    ...(links.length > 0 ? { links } : {}),
    ...(codes.length > 0 ? { codes } : {}),
  };
  const toFill: ToFill[] = [
    ...sources.map(({ name }, index) => ({
      path: `sources[${index}]`,
      what: `guessed by the names of the columns of ${name}: check each field, and what each of its "rows" is`,
    })),
    ...ofCurrencies,
    ...(seen.returning > 0
      ? [
          {
            path: "kinds[0]",
            what: `${counted(seen.returning, "customer comes", "customers come")} more than once, and the files tell no first payment from later ones: the terms' kind of later payments, such as renewal; leave the rule out where they are of one kind`,
          },
        ]
      : []),
    ...(isCustom
      ? [
          {
            path: "codeFields",
            what: `"${CUSTOM}" is taken for codes: where it holds the customers' ids, leave it and its codes out, and put client_reference_id first in customers.by`,
          },
        ]
      : []),
    ...ofLinks,
    ...[...seen.codes].map(([code, times], index) => ({
      path: `codes[${index}]`,
      what: `${code} (${times}): whose it is, and the role it stands for; leave out the shop's own`,
    })),
    ...listed(
      "kinds",
      "kinds seen",
      seen.kinds,
      "the terms need each of them, or name others by conditions",
    ),
    ...listed(
      "products",
      "products seen",
      seen.products,
      "where the terms tell products apart, name the program's for each",
    ),
  ];
  return { mapping, toFill };
}

/** PayPal's Custom Number, which is also client_reference_id among the customer's names. */
const CUSTOM = "custom";

const MOST = 10;

function listed(path: string, what: string, counts: Counts, todo: string): ToFill[] {
  if (counts.size === 0) return [];
  const some = [...counts].slice(0, MOST).map(([text, times]) => `${text} (${times})`);
  const more = counts.size > MOST ? ` and ${counts.size - MOST} more` : "";
  return [{ path, what: `${what}: ${some.join(", ")}${more}; ${todo}` }];
}
