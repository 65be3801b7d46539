import { startAfterNotice } from "../../../core/deal/startAfterNotice.ts";
import type { Terms } from "../../../core/deal/Terms.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { encodeTerms } from "../../../core/terms/encodeTerms.ts";
import type { ParsedTerms } from "../../../core/terms/ParsedTerms.ts";
import { listOf } from "../../../core/text/listOf.ts";
import type { Program } from "../openProgram.ts";

/** The terms of an amendment: what the file leaves open stays as it is; a new line starts with the amendment. */
export function encodeAmendment(
  file: string,
  parsed: ParsedTerms,
  { terms, currencies }: Program,
  now: number,
): Terms {
  const tokens = new Map(currencies.map(({ symbol, address }) => [symbol, address]));
  const unknown = parsed.currencies.find((symbol) => !tokens.has(symbol));
  if (unknown !== undefined) {
    throw new TributaryError(
      `The program has no currency "${unknown}", and an amendment adds none.`,
      {
        allowed: listOf([...tokens.keys()]),
      },
    );
  }
  const from = startAfterNotice(terms, now);
  const startOf = (name: string) => terms.standing.find((line) => line.name === name)?.starts;
  const { operator, attributor, arbiter, treasury, guardian, standby, start } = terms;
  const completed: ParsedTerms = {
    ...parsed,
    operator: parsed.operator ?? operator,
    attributor: parsed.attributor ?? attributor,
    arbiter: parsed.arbiter ?? arbiter,
    treasury: parsed.treasury ?? treasury,
    guardian: parsed.guardian ?? guardian,
    standby: parsed.standby ?? standby,
    starts: parsed.starts ?? start,
    standing: parsed.standing.map((line) => ({
      ...line,
      starts: line.starts ?? startOf(line.name) ?? from,
    })),
  };
  return encodeTerms(file, completed, { account: operator, time: start, tokens });
}
