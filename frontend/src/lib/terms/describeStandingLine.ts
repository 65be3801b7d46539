import { cleanText } from "../format/cleanText";
import { formatRate } from "../format/formatRate";
import { formatTime } from "../format/formatTime";
import { describeKinds } from "./describeKinds";
import { describeYears } from "./describeYears";
import type { StandingLine, Terms } from "./Terms";
import type { TermsText } from "./TermsText";

/** What a standing line earns and when, in sentences. */
export function describeStandingLine(terms: Terms, line: StandingLine): TermsText {
  const title = cleanText(line.name);
  const kinds = terms.kinds.flatMap((_, kind) => (((line.kinds >> kind) & 1) === 1 ? [kind] : []));
  const of = describeKinds(terms.kinds, kinds);
  const ends = line.ends === 0 ? "It has no end." : `It ends on ${formatTime(line.ends)}.`;
  const starts = `It started or starts on ${formatTime(line.starts)}.`;
  const [first = 0] = line.rates;
  const isFlat = line.rates.every((rate) => rate === first);
  const earns = isFlat
    ? `${title} earns ${formatRate(first)} of ${of}, whoever brought it.`
    : `${title} earns a rate by year of ${of}, whoever brought it.`;
  return {
    title,
    holder: line.holder,
    sentences: [earns, starts, ends],
    ...(!isFlat && {
      table: {
        caption: "Rate by the line’s own year",
        columns: ["Year", "Rate"] as const,
        rows: describeYears(line.rates, ""),
      },
    }),
  };
}
