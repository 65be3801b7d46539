import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { parseTime, TIME_FORMAT } from "../../../../core/text/parseTime.ts";
import { describePlan } from "../../../equity/describePlan.ts";
import { readGrants } from "../../../equity/readGrants.ts";
import { readHappenings } from "../../../equity/readHappenings.ts";
import { readPlan } from "../../../equity/readPlan.ts";
import { reportSimulation } from "../../../equity/report/reportSimulation.ts";
import { simulatePlan } from "../../../equity/simulatePlan.ts";
import { toPlanJson } from "../../../equity/toPlanJson.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";
import { writePlanReport } from "./writePlanReport.ts";

/** `equity simulate`: what a plan's grants would have, with no chain. */
export default chainlessCommand<"plan" | "grants" | "happenings" | "at" | "report" | "upto">(
  async (options) => {
    const plan = await readPlan(requireOption("plan", options.plan, "the plan file"));
    const grants = await readGrants(
      requireOption("grants", options.grants, "the grants file"),
      plan.terms,
    );
    const happenings = await readHappenings(
      requireOption("happenings", options.happenings, "the happenings file"),
      plan,
      grants,
    );
    const at = timeOf(options.at);
    const simulation = simulatePlan(plan, grants, happenings, at);
    const written = await writePlanReport(options, plan, () =>
      reportSimulation(plan, grants, happenings, at),
    );
    return {
      json: toPlanJson(simulation),
      text: [describePlan(simulation), ...written].join("\n\n"),
    };
  },
);

function timeOf(text: string | undefined): number {
  if (text === undefined) return Math.floor(Date.now() / 1_000);
  const time = parseTime(text);
  if (time !== undefined) return time;
  throw new TributaryError("--at is no time.", { found: `"${text}"`, allowed: TIME_FORMAT });
}
