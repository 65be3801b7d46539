import { NO_ROLE, type Terms } from "../../../core/deal/Terms.ts";
import { describeExtras } from "../../../core/terms/describeExtras.ts";
import { describeLine } from "../../../core/terms/describeLine.ts";
import { describeRole } from "../../../core/terms/describeRole.ts";
import { describeRules } from "../../../core/terms/describeRules.ts";
import { formatDuration } from "../../../core/text/formatDuration.ts";
import { formatPercentage } from "../../../core/text/formatPercentage.ts";
import { formatTime } from "../../../core/text/formatTime.ts";
import { printable } from "../../../core/text/printable.ts";
import type { Program } from "../../chain/openProgram.ts";

/** A program's terms as lines for people. */
export function describeTerms({
  terms,
  currencies,
}: Pick<Program, "terms" | "currencies">): string[] {
  return [
    `Periods of ${formatDuration(terms.period)} from ${formatTime(terms.start)} on; ${describeHold(terms)}.`,
    `At most ${formatPercentage(terms.ceiling)} of a sale is paid out. Commission ${formatPercentage(terms.commission)}.`,
    `Operator ${terms.operator}, attributor ${terms.attributor}, arbiter ${terms.arbiter}, treasury ${terms.treasury}.`,
    describeNotice(terms),
    ...terms.roles.map((role) => describeRole(role, terms)),
    ...terms.standing.map((line) => describeLine(line, terms, currencies)),
    `What remains is ${terms.residualRole === NO_ROLE ? "the operator's" : `of the role ${printable(terms.roles[terms.residualRole]?.name ?? "")}`}.`,
    ...describeExtras(terms),
    ...describeRules(terms),
  ];
}

function describeHold({ holdPeriods, period }: Terms): string {
  return holdPeriods === 0
    ? "lines lock as they are posted"
    : `lines are held for ${formatDuration(holdPeriods * period)} after their own period`;
}

function describeNotice({ noticePeriods, period }: Terms): string {
  return noticePeriods === 0
    ? "The terms are never amended."
    : `The terms are amended with ${formatDuration(noticePeriods * period)} of notice, from a period's start on.`;
}
