import { NEVER, PER_LIFE, PER_YEAR, type StandingLine } from "../deal/Terms.ts";
import { ONE } from "../money/ppm.ts";
import type { StandingLineOfFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

type Clauses = StandingLine["clauses"];

const PER = { year: PER_YEAR, lifetime: PER_LIFE } as const;

/** The most that the terms count of a buyout's multiple, in millionths. */
const MOST_MULTIPLE = 2 ** 32 - 1;

/** What limits, guarantees or prices a standing line. */
export function parseClauses(
  reader: TermsReader,
  path: string,
  line: StandingLineOfFile,
  currencies: readonly string[],
): Clauses {
  const { cap, threshold, fee, minimum } = line;
  const guaranteed = {
    fee: fee === undefined ? 0n : reader.amount(`${path}.fee`, fee),
    minimum: minimum === undefined ? 0n : reader.amount(`${path}.minimum`, minimum),
  };
  if (minimum !== undefined && guaranteed.minimum <= guaranteed.fee) {
    reader.note(
      `${path}.minimum`,
      `"${minimum}"`,
      `more than the fee of ${fee}, which counts towards it`,
    );
  }
  return {
    ...guaranteed,
    currency: parseCurrency(reader, `${path}.currency`, line, currencies),
    capPer: cap === undefined ? NEVER : PER[cap.per],
    cap: cap === undefined ? 0n : reader.amount(`${path}.cap.amount`, cap.amount),
    thresholdPer: threshold === undefined ? NEVER : PER[threshold.per ?? "lifetime"],
    threshold:
      threshold === undefined ? 0n : reader.amount(`${path}.threshold.amount`, threshold.amount),
    buyout: parseMultiple(reader, `${path}.buyout`, line.buyout),
  };
}

/** The place of a guarantee's currency in a program's list, whose first is ETH's, taken or not. */
function parseCurrency(
  reader: TermsReader,
  path: string,
  { fee, minimum, currency }: StandingLineOfFile,
  currencies: readonly string[],
): number {
  if (fee === undefined && minimum === undefined) {
    if (currency !== undefined) {
      reader.note(path, `"${currency}"`, "no such field without a `fee` or a `minimum`");
    }
    return 0;
  }
  const symbol = currency ?? currencies[0] ?? "";
  if (!currencies.includes(symbol)) {
    reader.unknown(path, "currency", symbol, { names: currencies });
  }
  if (symbol === "ETH") return 0;
  return 1 + currencies.filter((one) => one !== "ETH").indexOf(symbol);
}

function parseMultiple(reader: TermsReader, path: string, text: string | undefined): number {
  if (text === undefined) return 0;
  const multiple = Number(reader.amount(path, text));
  if (multiple > MOST_MULTIPLE) {
    reader.note(path, `"${text}"`, `at most "${Math.floor(MOST_MULTIPLE / ONE)}"`);
  }
  return multiple;
}
