import { type Address, getAddress, isAddress } from "viem";

export type Route =
  | { readonly page: "home" }
  | { readonly page: "program"; readonly program: Address }
  | { readonly page: "partner"; readonly program: Address; readonly party: Address }
  | { readonly page: "plan"; readonly plan: Address }
  | { readonly page: "holder"; readonly plan: Address; readonly holder: Address }
  | { readonly page: "unknown" };

/** Reads `#/program/0x…`, `#/program/0x…/partner/0x…`, `#/plan/0x…` and `#/plan/0x…/holder/0x…`. */
export function readRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, "").split("/").filter(Boolean);
  if (parts.length === 0) return { page: "home" };
  const [what, contract, who, party] = parts;
  if (!isHexAddress(contract)) return { page: "unknown" };
  const place = `${what}/${who ?? ""}`;
  if (parts.length === 2) return pageOf(place, getAddress(contract));
  if (parts.length !== 4 || !isHexAddress(party)) return { page: "unknown" };
  return pageOfParty(place, getAddress(contract), getAddress(party));
}

function pageOf(place: string, contract: Address): Route {
  if (place === "program/") return { page: "program", program: contract };
  return place === "plan/" ? { page: "plan", plan: contract } : { page: "unknown" };
}

function pageOfParty(place: string, contract: Address, party: Address): Route {
  if (place === "program/partner") return { page: "partner", program: contract, party };
  if (place === "plan/holder") return { page: "holder", plan: contract, holder: party };
  return { page: "unknown" };
}

/** The link to a program's page. */
export function programHref(program: Address): string {
  return `#/program/${program}`;
}

/** The link to the page of a party of a program. */
export function partnerHref(program: Address, party: Address): string {
  return `${programHref(program)}/partner/${party}`;
}

/** The link to an equity plan's page. */
export function planHref(plan: Address): string {
  return `#/plan/${plan}`;
}

/** The link to the page of a holder's units in an equity plan. */
export function holderHref(plan: Address, holder: Address): string {
  return `${planHref(plan)}/holder/${holder}`;
}

function isHexAddress(text: string | undefined): text is Address {
  return text !== undefined && isAddress(text, { strict: false });
}
