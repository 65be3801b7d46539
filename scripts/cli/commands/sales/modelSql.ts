import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { SQL_MODELS } from "../../../attribution/models/ModelParameters.ts";
import { oneOf } from "../../../attribution/models/oneOf.ts";
import { type ModelOptions, parseModel } from "../../../attribution/models/parseModel.ts";
import { DIALECTS, ENGINES } from "../../../attribution/sql/DIALECTS.ts";
import { decayRowsSql } from "../../../attribution/sql/decayRowsSql.ts";
import { type SqlModel, touchModelSql } from "../../../attribution/sql/touchModelSql.ts";
import { touchTotalsSql } from "../../../attribution/sql/touchTotalsSql.ts";
import { alternatives } from "../../alternatives.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";

/** Options of models that are not one query. */
const PLAYERS_ONLY = { by: undefined, order: undefined, game: undefined, every: undefined };

/** `sales model-sql`: a touch model as SQL, for an engine that is larger than one machine. */
export default chainlessCommand<Exclude<keyof ModelOptions, keyof typeof PLAYERS_ONLY> | "engine">(
  async (options) => {
    const model = requireOption("model", options.model, "a touch model, such as linear");
    const engine = oneOf("engine", options.engine ?? "clickhouse", ENGINES);
    const parameters = toSqlModel(parseModel({ ...options, ...PLAYERS_ONLY, model }));
    const decay = decayRowsSql();
    const credits = touchModelSql(parameters, DIALECTS[engine]);
    const totals = touchTotalsSql(parameters, DIALECTS[engine]);
    const json = { model, engine, credits, totals, decay };
    return { json, text: `${decay};\n\n${totals};` };
  },
);

function toSqlModel(parameters: ReturnType<typeof parseModel>): SqlModel {
  const { model } = parameters;
  if (model !== "markov" && model !== "shapley") return { ...parameters, model };
  throw new TributaryError(`The model ${model} is not one query.`, {
    allowed: alternatives(SQL_MODELS),
    todo: "Count its paths in the engine and solve them here; docs/scale.md says how.",
  });
}
