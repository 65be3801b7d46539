import { requireOption } from "../../../../core/requireOption.ts";
import { formatTable } from "../../../../core/text/formatTable.ts";
import { printable } from "../../../../core/text/printable.ts";
import { type CheckedSales, checkSales } from "../../../attribution/fraud/checkSales.ts";
import { CHECKS } from "../../../attribution/fraud/Flag.ts";
import { USUAL_RULES } from "../../../attribution/fraud/FraudRules.ts";
import { readFraudRules } from "../../../attribution/fraud/readFraudRules.ts";
import { createProgress } from "../../../Progress.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";
import { readMemory } from "../../readMemory.ts";

/** `sales check`: flags what a person should look at before sales are posted. It drops nothing. */
export default chainlessCommand<
  "sales" | "touchpoints" | "refunds" | "partners" | "rules" | "memory"
>(async (options) => {
  const files = {
    sales: requireOption("sales", options.sales, "a sales file"),
    touchpoints: requireOption("touchpoints", options.touchpoints, "a touchpoints file"),
    refunds: options.refunds,
    partners: options.partners,
  };
  const rules = options.rules === undefined ? USUAL_RULES : await readFraudRules(options.rules);
  const memory = readMemory(options.memory);
  const progress = createProgress();
  const checked = await progress.during(
    "Reading, then checking",
    1 + CHECKS.length - rules.off.length,
    () => checkSales(files, rules, memory, () => progress.add(1)),
  );
  return { json: checked, text: toText(checked) };
});

function toText({ sales, checks, flags }: CheckedSales): string {
  const counted = `Sales: ${sales}. Checks: ${checks.length}. Flags: ${flags.length}.`;
  if (flags.length === 0) return counted;
  const rows = flags.map(({ check, sale, partner, seen, threshold }) =>
    [check, sale ?? "–", partner ?? "–", seen, threshold].map(printable),
  );
  const table = formatTable(["Check", "Sale", "Partner", "Seen", "Allowed"], rows, 5);
  return `${counted} Nothing was left out; look at these before you post.\n\n${table}`;
}
