import { parseUnits } from "viem";
import { decimalsOf } from "../../core/currency/decimalsOf.ts";
import { JsonFileError } from "../../core/json/JsonFileError.ts";
import type { JsonMistake } from "../../core/json/JsonMistake.ts";
import { ONE } from "../../core/money/ppm.ts";
import { parsePercentage } from "../../core/text/parsePercentage.ts";
import { parseSpan } from "../../core/text/parseSpan.ts";
import schema from "../../schema/plan.schema.json" with { type: "json" };
import { readJsonFile } from "../files/json/readJsonFile.ts";
import type { Plan, PlanFile } from "./PlanFile.ts";

/** What holds where a plan does not say. */
const DEFAULTS = {
  window: "365d",
  pauseLimit: "90d",
  causeLoss: "100%",
  resignLoss: "0%",
} as const;

/** Reads plan.json. */
export async function readPlan(path: string): Promise<Plan> {
  const file = await readJsonFile<PlanFile>(path, schema);
  const { classes = ["0"], restClass = 0 } = file;
  const mistakes: JsonMistake[] = [];
  const decimals = decimalsOf(file.currency);
  const span = (name: "window" | "pauseLimit") => parseSpan(file[name] ?? DEFAULTS[name]) ?? 0;
  const loss = (name: "resignLoss" | "causeLoss") => {
    const text = file[name] ?? DEFAULTS[name];
    const ppm = parsePercentage(text);
    if (ppm === undefined)
      mistakes.push({ path: name, found: `"${text}"`, allowed: "a percentage up to 100%" });
    return ppm ?? ONE;
  };
  const hurdles = classes.map((text, index) => {
    const { length } = text.split(".")[1] ?? "";
    if (length > decimals)
      mistakes.push({
        path: `classes[${index}]`,
        found: `"${text}"`,
        allowed: `at most ${decimals} decimals of ${file.currency}`,
      });
    return [parseUnits(text, decimals)];
  });
  if (hurdles[0]?.[0] !== 0n)
    mistakes.push({ path: "classes[0]", found: `"${classes[0]}"`, allowed: '"0"' });
  if (restClass >= classes.length)
    mistakes.push({ path: "restClass", found: `${restClass}`, allowed: "the number of a class" });
  const terms = {
    authorised: BigInt(file.authorised),
    restToTreasury: file.rest !== "holders",
    restClass,
    hurdles,
    resignLoss: loss("resignLoss"),
    causeLoss: loss("causeLoss"),
    window: span("window"),
    pauseLimit: span("pauseLimit"),
    flow: file.flow ?? false,
  };
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  return { name: file.name ?? "", terms, currency: { symbol: file.currency, decimals } };
}
