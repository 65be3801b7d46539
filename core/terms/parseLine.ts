import { zeroAddress } from "viem";
import { ALL_KINDS } from "../deal/Terms.ts";
import { listOf } from "../text/listOf.ts";
import type { ParsedLine } from "./ParsedTerms.ts";
import { parseClauses } from "./parseClauses.ts";
import type { Kinds } from "./parseKinds.ts";
import type { StandingLineOfFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

/** A standing line; its kinds as bits. */
export function parseLine(
  reader: TermsReader,
  path: string,
  line: StandingLineOfFile,
  kinds: Kinds,
): ParsedLine {
  checkRates(reader, path, line);
  const starts = reader.time(`${path}.starts`, line.starts);
  const ends = reader.time(`${path}.ends`, line.ends);
  if (starts !== undefined && ends !== undefined && ends <= starts) {
    reader.note(`${path}.ends`, `"${line.ends}"`, `a time after its start, ${line.starts}`);
  }
  return {
    name: line.name,
    holder: reader.address(`${path}.holder`, line.holder) ?? zeroAddress,
    kinds: parseKindBits(reader, `${path}.kinds`, line.kinds ?? ["*"], kinds),
    starts,
    ends: ends ?? 0,
    rates:
      line.tenure === undefined
        ? [reader.percentage(`${path}.rate`, line.rate ?? "0%")]
        : reader.percentages(`${path}.tenure`, line.tenure),
    clauses: parseClauses(reader, path, line),
  };
}

/** One of `rate` and `tenure`; a line that is guaranteed something may do without. */
function checkRates(
  reader: TermsReader,
  path: string,
  { rate, tenure, fee, minimum }: StandingLineOfFile,
): void {
  if (rate !== undefined && tenure !== undefined) {
    reader.note(
      path,
      "both `rate` and `tenure`",
      "`rate` for one rate in all years, or `tenure` for a rate per year",
    );
  }
  if (rate === undefined && tenure === undefined && fee === undefined && minimum === undefined) {
    reader.note(
      path,
      "neither `rate` nor `tenure`",
      "`rate` for one rate in all years, or `tenure` for a rate per year; a line with a `fee` or a `minimum` needs none",
    );
  }
}

function parseKindBits(
  reader: TermsReader,
  path: string,
  names: readonly string[],
  { list }: Kinds,
): number {
  // Those that amendments add are meant as well.
  if (names.length === 1 && names[0] === "*") return ALL_KINDS;
  let bits = 0;
  for (const [index, name] of names.entries()) {
    const meant = list.map((kind) =>
      name === "*" ? !kind.isOutcome : kind.plain === name || kind.name === name,
    );
    if (!meant.includes(true)) {
      const names = list.map((kind) => kind.name);
      const allowed = `${listOf(names)}, or "*" for all that are no outcomes`;
      reader.unknown(`${path}[${index}]`, "kind", name, { names, allowed });
    }
    for (const [kind, isMeant] of meant.entries()) if (isMeant) bits |= 1 << kind;
  }
  return bits;
}
