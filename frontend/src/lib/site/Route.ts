import { type Address, getAddress, isAddress } from "viem";

export type Route =
  | { readonly page: "home" }
  | { readonly page: "program"; readonly program: Address }
  | { readonly page: "partner"; readonly program: Address; readonly party: Address }
  | { readonly page: "unknown" };

/** Reads `#/program/0x…` and `#/program/0x…/partner/0x…`. */
export function readRoute(hash: string): Route {
  const parts = hash.replace(/^#\/?/, "").split("/").filter(Boolean);
  if (parts.length === 0) return { page: "home" };
  const [first, program, second, party] = parts;
  if (first !== "program" || !isHexAddress(program)) return { page: "unknown" };
  if (parts.length === 2) return { page: "program", program: getAddress(program) };
  if (second !== "partner" || parts.length !== 4 || !isHexAddress(party))
    return { page: "unknown" };
  return { page: "partner", program: getAddress(program), party: getAddress(party) };
}

/** The link to a program's page. */
export function programHref(program: Address): string {
  return `#/program/${program}`;
}

/** The link to the page of a party of a program. */
export function partnerHref(program: Address, party: Address): string {
  return `#/program/${program}/partner/${party}`;
}

function isHexAddress(text: string | undefined): text is Address {
  return text !== undefined && isAddress(text, { strict: false });
}
