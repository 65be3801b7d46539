import { NO_ROLE, type Terms } from "../../deal/Terms.ts";
import { worstCase } from "../../deal/worstCase.ts";
import { ONE } from "../../money/ppm.ts";
import { formatDuration } from "../../text/formatDuration.ts";
import { formatPercentage } from "../../text/formatPercentage.ts";
import { formatTime } from "../../text/formatTime.ts";
import { printableName } from "../../text/printableName.ts";
import type { TermsText } from "./TermsText.ts";

/** How the program counts time, and what becomes of the rest: the parts that concern every sale. */
export function describeFrame(terms: Terms): readonly TermsText[] {
  return [
    {
      title: "Time",
      sentences: [
        `The books are kept in periods of ${formatDuration(terms.period)}, counted from ${formatTime(terms.start)}.`,
        holdSentence(terms.holdPeriods),
      ],
    },
    { title: "What remains", sentences: [residualSentence(terms), ...commissionSentence(terms)] },
    {
      title: "Ceiling",
      sentences: [
        `All lines together never take more than ${formatPercentage(terms.ceiling)} of a sale.`,
      ],
      table: {
        caption: "The most that lines can take, with every role filled at its highest rate",
        columns: ["Kind of sale", "Worst case"],
        rows: worstCase(terms).map(({ kind, ppm }) => [printableName(kind), formatPercentage(ppm)]),
      },
    },
  ];
}

function holdSentence(periods: number): string {
  if (periods === 0) {
    return "A line is final and claimable as soon as its sale is posted; sales cannot be refunded.";
  }
  const held = periods === 1 ? "one whole period" : `${periods} whole periods`;
  return `A line is held for ${held} after its own. Until then a refund can reverse it; after that it is locked, and nobody can change it.`;
}

function residualSentence(terms: Terms): string {
  if (terms.residualRole === NO_ROLE) return "What remains of a sale is the operator’s.";
  const name = printableName(terms.roles[terms.residualRole]?.name ?? "a role");
  return `What remains of a sale goes to whoever played ${name}; where nobody did, it is the operator’s.`;
}

function commissionSentence({ commission }: Terms): string[] {
  return commission === ONE
    ? []
    : [
        `Every role’s rate is taken of a commission of ${formatPercentage(commission)} of the sale.`,
      ];
}
