import { zeroAddress } from "viem";
import { listOf } from "../text/listOf.ts";
import { NO_CLAUSES, type ParsedLine } from "./ParsedTerms.ts";
import type { StandingLineOfFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

/** A standing line; its kinds as bits. */
export function parseLine(
  reader: TermsReader,
  path: string,
  line: StandingLineOfFile,
  kinds: readonly string[],
): ParsedLine {
  if ((line.rate === undefined) === (line.tenure === undefined)) {
    const found =
      line.rate === undefined ? "neither `rate` nor `tenure`" : "both `rate` and `tenure`";
    reader.note(path, found, "`rate` for one rate in all years, or `tenure` for a rate per year");
  }
  const starts = reader.time(`${path}.starts`, line.starts);
  const ends = reader.time(`${path}.ends`, line.ends);
  if (starts !== undefined && ends !== undefined && ends <= starts) {
    reader.note(`${path}.ends`, `"${line.ends}"`, `a time after its start, ${line.starts}`);
  }
  return {
    name: line.name,
    holder: reader.address(`${path}.holder`, line.holder) ?? zeroAddress,
    kinds: parseKinds(reader, `${path}.kinds`, line.kinds ?? ["*"], kinds),
    starts,
    ends: ends ?? 0,
    rates:
      line.tenure === undefined
        ? [reader.percentage(`${path}.rate`, line.rate ?? "0%")]
        : reader.percentages(`${path}.tenure`, line.tenure),
    clauses: NO_CLAUSES,
  };
}

function parseKinds(
  reader: TermsReader,
  path: string,
  names: readonly string[],
  kinds: readonly string[],
): number {
  let bits = 0;
  for (const [index, name] of names.entries()) {
    if (name === "*") bits |= 2 ** kinds.length - 1;
    else if (kinds.includes(name)) bits |= 1 << kinds.indexOf(name);
    else
      reader.note(
        `${path}[${index}]`,
        `the unknown kind "${name}"`,
        `${listOf(kinds)}, or "*" for all`,
      );
  }
  return bits;
}
