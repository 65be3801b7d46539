import { amountOf } from "../deal/amountOf.ts";
import { NEVER, PER_LIFE, PER_YEAR, type StandingLine } from "../deal/Terms.ts";
import { ONE } from "../money/ppm.ts";
import type { StandingLineOfFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

type Clauses = StandingLine["clauses"];

const PER = { year: PER_YEAR, lifetime: PER_LIFE } as const;

/** The most that the terms count of a buyout's multiple, in millionths. */
const MOST_MULTIPLE = 2 ** 32 - 1;

/** What limits, guarantees or prices a standing line. */
export function parseClauses(reader: TermsReader, path: string, line: StandingLineOfFile): Clauses {
  const { cap, threshold } = line;
  return {
    ...parseGuarantee(reader, path, line),
    capPer: cap === undefined ? NEVER : PER[cap.per],
    cap: reader.amounts(`${path}.cap.amount`, cap?.amount),
    thresholdPer: threshold === undefined ? NEVER : PER[threshold.per ?? "lifetime"],
    threshold: reader.amounts(`${path}.threshold.amount`, threshold?.amount),
    buyout: parseMultiple(reader, `${path}.buyout`, line.buyout),
  };
}

function parseGuarantee(
  reader: TermsReader,
  path: string,
  { fee, minimum }: StandingLineOfFile,
): Pick<Clauses, "fee" | "minimum"> {
  const fees = reader.amounts(`${path}.fee`, fee);
  const minima = reader.amounts(`${path}.minimum`, minimum);
  const exceeds = minima.some((amount, index) => amount > 0n && amount <= amountOf(fees, index));
  if (exceeds) {
    reader.note(
      `${path}.minimum`,
      JSON.stringify(minimum),
      `in each currency more than the fee of ${JSON.stringify(fee)}, which counts towards it`,
    );
  }
  return { fee: fees, minimum: minima };
}

function parseMultiple(reader: TermsReader, path: string, text: string | undefined): number {
  if (text === undefined) return 0;
  const multiple = Number(reader.multiple(path, text));
  if (multiple > MOST_MULTIPLE) {
    reader.note(path, `"${text}"`, `at most "${Math.floor(MOST_MULTIPLE / ONE)}"`);
  }
  return multiple;
}
