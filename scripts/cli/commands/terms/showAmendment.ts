import { readAmendment } from "../../../chain/amendments/readAmendment.ts";
import { amendmentToJson } from "../../../reporting/program/amendmentToJson.ts";
import { describeAmendment } from "../../../reporting/program/describeAmendment.ts";
import { programCommand } from "../../programCommand.ts";

/** `terms show-amendment`: the amendment that waits, and what it changes. */
export default programCommand(async (program) => {
  const waiting = await readAmendment(program);
  const amendment = waiting === undefined ? null : amendmentToJson(program, waiting);
  return {
    json: { amendment },
    text:
      amendment === null
        ? "No amendment waits: the terms stay as they are."
        : describeAmendment(amendment).join("\n"),
  };
});
