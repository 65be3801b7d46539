import { counted } from "../../../../core/text/counted.ts";
import { printable } from "../../../../core/text/printable.ts";
import { auditPlan } from "../../../equity/audit/auditPlan.ts";
import { readPlanHistory } from "../../../equity/chain/readPlanHistory.ts";
import { createProgress } from "../../../Progress.ts";
import { planCommand } from "../../planCommand.ts";

/** `equity audit`: recomputes every grant and the plan's money from its events, and compares. */
export default planCommand(async (plan) => {
  const history = await readPlanHistory(plan);
  const audit = await auditPlan(plan, history, createProgress());
  const { grants, balances } = audit.checked;
  const differences = audit.differences.map(
    ({ what, expected, found }) => `  ${printable(what)}: expected ${expected}, found ${found}`,
  );
  return {
    json: { block: Number(history.block), ...audit },
    text: [
      `Recomputed ${counted(grants, "grant")} and ${counted(balances, "balance")} from ${counted(history.events.length, "event")} up to block ${history.block}.`,
      ...(audit.silent ?? []).map(
        (symbol) =>
          `The token of ${printable(symbol)} does not answer: what the plan holds of it cannot be compared.`,
      ),
      audit.equal
        ? "All of it is equal."
        : `${differences.length} differences:\n${differences.join("\n")}`,
    ].join(" "),
    failed: !audit.equal,
  };
});
