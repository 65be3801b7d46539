import { formatTable } from "../../../core/text/formatTable.ts";
import { groupDigits } from "../../../core/text/groupDigits.ts";
import { printable } from "../../../core/text/printable.ts";
import type { planToJson } from "./planToJson.ts";

/** A plan for people: units, powers and money. */
export function describePlanNow(
  address: string,
  plan: Awaited<ReturnType<typeof planToJson>>,
): string {
  const { outstanding, authorised, free, exit, money } = plan;
  const units = [outstanding, authorised, free].map(groupDigits);
  const rows = money.map((one) => [
    one.currency,
    ...[one.balance ?? "?", one.arrived, one.waiting, one.treasury, one.tax, one.offered].map(
      groupDigits,
    ),
  ]);
  const head = ["currency", "balance", "not shared", "waiting", "treasury", "tax", "offered"];
  return [
    `${plan.name === "" ? "The plan" : printable(plan.name)}, ${address} (chain ${plan.chainId})`,
    `${units[0]} of ${units[1]} units are granted, ${units[2]} are free; what they would earn is ${plan.rest === "treasury" ? "the treasury's" : "shared by the others"}.`,
    ...(exit === null ? [] : [`An exit was announced by the ${exit.by}, in effect on ${exit.at}.`]),
    ...plan.sources.map(({ program, line }) => `It pulls from line ${line} of ${program}.`),
    formatTable(
      ["power", "holder"],
      plan.powers.map(({ power, holder }) => [power, holder ?? "nobody"]),
      2,
    ),
    formatTable(head, rows, 1),
    ...money
      .filter(({ solvent }) => solvent === false)
      .map(({ currency }) => `The plan has less ${currency} than it counts.`),
  ].join("\n\n");
}
