import { Ajv2020 } from "ajv/dist/2020.js";
import { TributaryError } from "../../core/TributaryError.ts";
import { parsePercentage } from "../../core/text/parsePercentage.ts";
import schema from "../../schema/scenario.schema.json" with { type: "json" };
import { readTextFile } from "../files/readTextFile.ts";
import { AS_IT_WAS, type Scenario } from "./Scenario.ts";

const validate = new Ajv2020({ verbose: true }).compile(schema);

const MILLION = 1_000_000;
const DAY = 86_400;

/** A scenario file as schema/scenario.schema.json describes it. */
interface ScenarioFile {
  readonly volume?: number;
  readonly refunds?: string;
  readonly partners?: number;
  readonly years?: number;
  readonly shift?: string;
  readonly paid?: Readonly<Record<string, string>>;
  readonly small?: number;
}

/** Reads and checks a scenario file. */
export async function readScenario(path: string): Promise<Scenario> {
  const file = check(path, parse(path, await readTextFile(path)));
  const { volume = 1, refunds, partners = 1, years, shift, paid = {}, small = 0 } = file;
  return {
    volume: toMillionths(path, volume),
    refunds: refunds === undefined ? undefined : toRate(path, refunds),
    ...{ partners, years, paid, small },
    shift: shift === undefined ? AS_IT_WAS.shift : Number.parseInt(shift, 10) * DAY,
  };
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw mistake(path, error instanceof Error ? error.message : String(error), "one JSON object");
  }
}

function check(path: string, json: unknown): ScenarioFile {
  // Safe: the schema has just confirmed the shape.
  if (validate(json)) return json as ScenarioFile;
  const [error] = validate.errors ?? [];
  const at = error?.instancePath.slice(1) ?? "";
  const name = at === "" ? String(error?.params.additionalProperty ?? "the file") : at;
  const field = (schema.properties as Record<string, { description?: string }>)[at];
  const known = `only ${Object.keys(schema.properties).slice(1).join(", ")}`;
  throw mistake(path, `${name}: ${JSON.stringify(error?.data)}`, field?.description ?? known);
}

function toMillionths(path: string, volume: number): bigint {
  const scaled = Math.round(volume * MILLION);
  if (scaled > 0 && Math.abs(scaled - volume * MILLION) < 1e-3) return BigInt(scaled);
  throw mistake(path, `volume: ${volume}`, schema.properties.volume.description);
}

function toRate(path: string, refunds: string): number {
  const rate = parsePercentage(refunds);
  if (rate !== undefined) return rate;
  throw mistake(path, `refunds: "${refunds}"`, schema.properties.refunds.description);
}

function mistake(path: string, found: string, allowed: string): TributaryError {
  const todo = "See schema/scenario.schema.json.";
  return new TributaryError(`${path} is no scenario.`, {
    found,
    allowed: allowed.replace(/\.$/, ""),
    todo,
  });
}
