import { printable } from "../../../core/text/printable.ts";
import type { Situation } from "./situationToJson.ts";

/** What waits or happens in a program, a line each for people. */
export function describeSituation({ disputes, lines, graduation }: Situation): string[] {
  return [
    ...disputes.map(
      ({ sale, partner, deadline, frozen, currency }) =>
        `Disputed: the sale ${printable(sale)}, by ${printable(partner)}; ${frozen} ${currency} are frozen. It stands if the arbiter does not decide before ${deadline}.`,
    ),
    ...lines.flatMap(describeLine),
    ...graduation.map(describeProgress),
  ];
}

function describeLine(note: Situation["lines"][number]): string[] {
  const { ends, suspendedFrom, agreedBy, notice, offer, arrears } = note;
  const name = printable(note.line);
  return [
    ...(ends === null
      ? []
      : [
          `${name} ends on ${ends}. Sales set its share aside for the operator from then on, until an amendment leaves it out; nobody need consent to that.`,
        ]),
    ...(suspendedFrom === null
      ? []
      : [`${name} is suspended from ${suspendedFrom} on until the arbiter resumes it.`]),
    ...agreedBy.map((who) => `The ${who} agrees to end ${name}.`),
    ...(notice === null
      ? []
      : [`Notice is given to ${notice.remedy} ${name}, until ${notice.until}.`]),
    ...(offer === null
      ? []
      : [
          `The operator offers ${offer.amount} ${offer.currency} for ${name}, to be accepted from ${offer.from} on.`,
        ]),
    ...arrears.map(({ amount, currency }) => `${name} waits for ${amount} ${currency} of arrears.`),
  ];
}

function describeProgress(progress: Situation["graduation"][number]): string {
  const { partner, tier, currency, earned, sales, months, score } = progress;
  const [found = "0", needed = "0"] = earned;
  const criteria = [
    ...(needed === "0" ? [] : [`${found} of ${needed} ${currency} earned`]),
    ...(sales[1] === 0 ? [] : [`${sales[0]} of ${sales[1]} sales`]),
    ...(months[1] === 0 ? [] : [`${months[0]} of ${months[1]} months`]),
    ...(score[1] === 0 ? [] : [`a score of ${score[0]} of ${score[1]}`]),
  ];
  return `${printable(partner)} on the way to ${printable(tier)}: ${criteria.join(", ")}.`;
}
