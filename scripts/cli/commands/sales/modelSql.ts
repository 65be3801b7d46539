import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { type ModelOptions, oneOf, parseModel } from "../../../attribution/parseModel.ts";
import { DIALECTS, ENGINES } from "../../../attribution/sql/DIALECTS.ts";
import { decayRowsSql } from "../../../attribution/sql/decayRowsSql.ts";
import { type TouchParameters, touchModelSql } from "../../../attribution/sql/touchModelSql.ts";
import { touchTotalsSql } from "../../../attribution/sql/touchTotalsSql.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";

interface Arguments extends Pick<ModelOptions, "lookback" | "halfLife" | "position" | "within"> {
  readonly model: string | undefined;
  readonly engine: string | undefined;
  readonly json: boolean;
}

/** `sales model-sql`: a touch model as SQL, for an engine that is larger than one machine. */
export default chainlessCommand<Arguments>(async (options) => {
  const model = requireOption("model", options.model, "a touch model, such as linear");
  const engine = oneOf("engine", options.engine ?? "clickhouse", ENGINES);
  const none = { by: undefined, order: undefined, game: undefined, every: undefined };
  const parameters = touchParameters(parseModel({ ...options, ...none, model }));
  const decay = decayRowsSql();
  const credits = touchModelSql(parameters, DIALECTS[engine]);
  const totals = touchTotalsSql(parameters, DIALECTS[engine]);
  const json = { model, engine, credits, totals, decay };
  return { json, text: `${decay};\n\n${totals};` };
});

function touchParameters(parameters: ReturnType<typeof parseModel>): TouchParameters {
  const { model } = parameters;
  if (model !== "markov" && model !== "shapley") return { ...parameters, model };
  throw new TributaryError(`The model ${model} is not one query.`, {
    allowed: "first, last, linear, time-decay, position or roles",
    todo: "Count its paths in the engine and solve them here; docs/scale.md says how.",
  });
}
