import type { Books } from "./openBooks.ts";

/** Whether a partner must accept the terms, or leave, before it is paid its credits. */
export function waitsToAccept({ terms, partners }: Books, party: string): boolean {
  const record = partners.get(party);
  if (!terms.rules.acceptance || record === undefined) return false;
  return !record.accepted && record.status !== "left";
}
