import type { Visit } from "../facts/Visit.ts";
import type { Mapping } from "./Mapping.ts";
import { parametersOf } from "./parametersOf.ts";

/** Of a visit that no link of the mapping fits: what it says in a link's parameter, as `ref=anna`; undefined where nothing. */
export function unknownLinkOf({ url }: Visit, { links = [] }: Mapping): string | undefined {
  const parameters = parametersOf(url);
  for (const link of links) {
    const value = "parameter" in link ? parameters.get(link.parameter) : null;
    if ("parameter" in link && value !== null && value !== "") return `${link.parameter}=${value}`;
  }
  return undefined;
}
