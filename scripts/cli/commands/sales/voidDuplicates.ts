import { nameOfId } from "../../../../core/ids/nameOfId.ts";
import { decodeEventsNamed } from "../../../../core/logs/decodeEventsNamed.ts";
import { counted } from "../../../../core/text/counted.ts";
import { printable } from "../../../../core/text/printable.ts";
import { findRepeated } from "../../../chain/sales/findRepeated.ts";
import { showStanding } from "../../../chain/sales/showStanding.ts";
import { signerCommand } from "../../signerCommand.ts";

/** What became of a sale that was posted twice. */
type Outcome = "void" | "frozen" | "refused";

/** `sales void-duplicates`: makes every sale void that has the id of one that stands before it. Anyone may. */
export default signerCommand(async ({ program, act }) => {
  const found = await findRepeated(program);
  const open = found.filter(({ remedy }) => remedy === "void" || remedy === "dispute");
  const results: { sale: string; outcome: Outcome; why?: string; transaction?: string }[] = [];
  for (const { standing, duplicate } of open) {
    const sale = nameOfId(duplicate.id);
    const [first, second] = await showStanding(program, [standing, duplicate]);
    if (first === undefined || second === undefined) continue;
    try {
      const { logs, transactionHash: transaction } = await act("voidDuplicate", [first, second]);
      const isFrozen = decodeEventsNamed(logs, ["SaleDisputed"]).length > 0;
      results.push({ sale, outcome: isFrozen ? "frozen" : "void", transaction });
    } catch (error) {
      results.push({ sale, outcome: "refused", why: String((error as Error).message) });
    }
  }
  const many = (outcome: Outcome) => results.filter((one) => one.outcome === outcome).length;
  return {
    json: { duplicates: results },
    text: [
      `${counted(found.length, "sale has", "sales have")} the id of another one; ${many("void")} made void, ${many("frozen")} frozen for the arbiter, ${found.length - open.length} final, or the arbiter's.`,
      ...results
        .filter(({ outcome }) => outcome === "refused")
        .map(({ sale, why }) => `  ${printable(sale)}: ${why}`),
    ].join("\n"),
    failed: many("refused") > 0,
  };
});
