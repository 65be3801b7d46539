import { counted } from "../../core/text/counted.ts";
import { formatTable } from "../../core/text/formatTable.ts";
import { groupDigits } from "../../core/text/groupDigits.ts";
import { printable } from "../../core/text/printable.ts";
import type { PlanSimulation } from "./PlanSimulation.ts";
import { toPlanJson } from "./toPlanJson.ts";

/** What a plan came to, for people. */
export function describePlan(simulation: PlanSimulation): string {
  const { name, at, outstanding, rows, currencies, refused } = toPlanJson(simulation);
  const { authorised } = simulation.plan.terms;
  const cells = rows.map(({ grant, holder, ...row }) => [
    printable(grant),
    printable(holder),
    ...[row.units, row.vested, row.held, row.payable, row.owed, row.paid].map(groupDigits),
    ...(currencies.length > 1 ? [row.currency] : []),
  ]);
  const head = ["grant", "holder", "units", "vested", "held", "payable", "owed", "paid"].concat(
    currencies.length > 1 ? ["currency"] : [],
  );
  const units = `${groupDigits(outstanding)} of ${groupDigits(`${authorised}`)} units`;
  return [
    `${name === "" ? "The plan" : printable(name)} at ${at}: ${counted(rows.length, "grant")}, ${units}.`,
    formatTable(head, cells, 2),
    ...currencies.map(
      ({ currency, treasury, waiting }) =>
        `For the treasury ${groupDigits(treasury)} ${currency}, waiting ${groupDigits(waiting)} ${currency}.`,
    ),
    ...refused.slice(0, 20).map(({ place, reason }) => `Not done: ${place}. ${reason}`),
  ].join("\n\n");
}
