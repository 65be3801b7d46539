import type { Address, Hex } from "viem";
import type { Terms } from "../../../core/deal/Terms.ts";
import { readEventsNamed } from "../history/readEventsNamed.ts";
import type { Program } from "../openProgram.ts";
import { readProgram } from "../readProgram.ts";

/** An amendment that was proposed and can still come into force. */
export interface WaitingAmendment {
  readonly termsHash: Hex;
  /** When it comes into force, if no consent is then missing. */
  readonly from: number;
  readonly uri: string;
  readonly textHash: Hex;
  readonly terms: Terms;
  readonly consents: readonly Consent[];
}

/** What a holder has to consent to. */
interface Consent {
  readonly line: string;
  readonly holder: Address;
  readonly given: boolean;
}

/** The amendment that waits, if one does. */
export async function readAmendment(program: Program): Promise<WaitingAmendment | undefined> {
  const [{ timestamp }, { termsHash, from }, terms, events] = await Promise.all([
    program.chain.client.getBlock(),
    readProgram(program, "amendment", []),
    readProgram(program, "amendedTerms", []),
    readEventsNamed(program, ["AmendmentProposed", "ConsentNeeded", "ConsentGiven"]),
  ]);
  const begun = events.findLastIndex(({ eventName }) => eventName === "AmendmentProposed");
  const proposed = events[begun];
  if (from <= timestamp || proposed?.eventName !== "AmendmentProposed") return undefined;
  const since = events.slice(begun + 1);
  const given = new Set(
    since.flatMap((event) => (event.eventName === "ConsentGiven" ? [event.args.line] : [])),
  );
  return {
    ...{ termsHash, from, terms },
    uri: proposed.args.uri,
    textHash: proposed.args.textHash,
    consents: since.flatMap((event) => {
      if (event.eventName !== "ConsentNeeded") return [];
      const { line, holder } = event.args;
      const name = terms.standing[Number(line)]?.name ?? String(line);
      return [{ line: name, holder, given: given.has(line) }];
    }),
  };
}
