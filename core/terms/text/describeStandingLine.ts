import type { Currency } from "../../currency/Currency.ts";
import { isOn } from "../../deal/standingRateAt.ts";
import type { StandingLine, Terms } from "../../deal/Terms.ts";
import { formatPercentage } from "../../text/formatPercentage.ts";
import { formatTime } from "../../text/formatTime.ts";
import { printableName } from "../../text/printableName.ts";
import { describeClauses } from "./describeClauses.ts";
import { describeKinds } from "./describeKinds.ts";
import { describeYears } from "./describeYears.ts";
import type { TermsText } from "./TermsText.ts";

/** What a standing line earns and when, in sentences. */
export function describeStandingLine(
  terms: Terms,
  line: StandingLine,
  currencies: readonly Currency[],
): TermsText {
  const title = printableName(line.name);
  const kinds = terms.kinds.flatMap((_, kind) => (isOn(terms, line, kind) ? [kind] : []));
  const of = describeKinds(terms.kinds, kinds);
  const [first = 0] = line.rates;
  const isFlat = line.rates.every((rate) => rate === first);
  const rate = isFlat ? formatPercentage(first) : "a rate by year";
  const ends = line.ends === 0 ? "without an end" : `until ${formatTime(line.ends)}`;
  return {
    title,
    holder: line.holder,
    sentences: [
      ...(isFlat && first === 0 ? [] : [`Earns ${rate} of ${of}, whoever brought it.`]),
      `From ${formatTime(line.starts)}, ${ends}.`,
      ...describeClauses(line, currencies),
    ],
    ...(!isFlat && {
      table: {
        caption: "Rate by the line’s own year",
        columns: ["Year", "Rate"] as const,
        rows: describeYears(line.rates, ""),
      },
    }),
  };
}
