import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { groupDigits } from "../../../../core/text/groupDigits.ts";
import { printable } from "../../../../core/text/printable.ts";
import { type MadeGrant, makeGrants } from "../../../equity/grant/makeGrants.ts";
import { createProgress, GOES_ON } from "../../../Progress.ts";
import { planSignerCommand } from "../../planCommand.ts";

/** `equity grant`: makes a plan have the grants of a file. */
export default planSignerCommand<"grants">(async ({ plan, account }, options) => {
  const file = requireOption("grants", options.grants, "the path of a grants file");
  const progress = createProgress(GOES_ON);
  const { grants, transactions } = await makeGrants(plan, { file, account, progress });
  const old = grants.filter(({ isOld }) => isOld);
  const count = grants.length - old.length;
  return {
    json: {
      ...{ granted: count, alreadyGranted: old.length, transactions },
      grants: grants.map(({ name, id, holder, units, isOld }) => ({
        ...{ grant: name, number: id === undefined ? null : Number(id), holder },
        ...{ units: String(units), already: isOld },
      })),
    },
    text: [
      `${counted(count, "grant")} made, ${old.length} there already; ${counted(transactions, "transaction")}.`,
      ...grants.map(describe),
    ].join("\n"),
  };
});

function describe({ name, id, holder, units, isOld }: MadeGrant): string {
  const number = id === undefined ? "" : ` is grant ${id}:`;
  return `  ${printable(name)}${number} ${groupDigits(String(units))} units of ${holder}${isOld ? ", as before" : ""}`;
}
