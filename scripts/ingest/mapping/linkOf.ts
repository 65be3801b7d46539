import type { Visit } from "../facts/Visit.ts";
import { fits } from "../rules/fits.ts";
import type { Link, Mapping } from "./Mapping.ts";
import { parametersOf } from "./parametersOf.ts";

/** Whose touch a visit is. */
export interface VisitedLink {
  readonly partner: string;
  readonly role: string;
  readonly channel: string;
}

/** The partner whose link a visit came by; undefined where it came by none. */
export function linkOf({ url }: Visit, { links = [] }: Mapping): VisitedLink | undefined {
  const parameters = parametersOf(url);
  for (const link of links) {
    const partner = partnerBy(link, parameters);
    if (partner !== undefined) return { partner, role: link.role, channel: link.channel ?? "link" };
  }
  return undefined;
}

function partnerBy(link: Link, parameters: URLSearchParams): string | undefined {
  if ("parameter" in link) {
    const value = parameters.get(link.parameter);
    return value !== null && Object.hasOwn(link.partners, value) ? link.partners[value] : undefined;
  }
  const isIt = Object.entries(link.utm).every(([name, patterns]) => {
    const value = parameters.get(`utm_${name}`);
    return value !== null && fits(value, patterns);
  });
  return isIt ? link.partner : undefined;
}
