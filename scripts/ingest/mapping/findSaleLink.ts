import { foldText } from "../../../core/text/foldText.ts";
import type { SaleFact } from "../facts/SaleFact.ts";
import type { FoundLink } from "./indexLinks.ts";
import { type Parameters, parametersOf } from "./parametersOf.ts";

/**
 * The partner's link that a sale names: in an address among its attributes, such as the page that the customer came in by, or in an
 * attribute that is called like the link's parameter.
 */
export function findSaleLink(
  { attributes }: SaleFact,
  find: (parameters: Parameters) => FoundLink,
): FoundLink {
  const addresses = new Map<string, readonly string[]>();
  const bare = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(attributes)) {
    if (!value.includes("=")) bare.set(parameterNamed(name), [value]);
    for (const [parameter, values] of parametersOf(value))
      addresses.set(parameter, [...(addresses.get(parameter) ?? []), ...values]);
  }
  const found = find(addresses);
  if (found.link !== undefined) return found;
  // What an attribute of that name says may be anything else.
  const { link } = find(bare);
  return link === undefined ? found : { link };
}

/** `utm_source` of "UTM Source" or "metadata.utm-source". */
function parameterNamed(attribute: string): string {
  return foldText(attribute)
    .replace(/^metadata\./, "")
    .replaceAll(/[ -]/g, "_");
}
