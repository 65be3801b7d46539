import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import { parseTime, TIME_FORMAT } from "../../../core/text/parseTime.ts";
import schema from "../../../schema/mapping.schema.json" with { type: "json" };
import { readJsonFile } from "../../files/json/readJsonFile.ts";
import { type Mapping, NO_MAPPING } from "./Mapping.ts";

/** Reads a mapping file, and refuses it with every mistake in it. */
export async function readMapping(path: string | undefined): Promise<Mapping> {
  if (path === undefined) return NO_MAPPING;
  const mapping = await readJsonFile<Mapping>(path, schema);
  const { codes = [], deals = [] } = mapping;
  const times: [string, string | undefined][] = [
    ...codes.flatMap((code, index): [string, string | undefined][] => [
      [`codes[${index}].from`, code.from],
      [`codes[${index}].until`, code.until],
    ]),
    ...deals.flatMap((deal, index): [string, string][] => [
      [`deals[${index}].registered`, deal.registered],
      [`deals[${index}].expires`, deal.expires],
    ]),
  ];
  const mistakes = times.flatMap(([place, text]) =>
    text === undefined || parseTime(text) !== undefined
      ? []
      : [{ path: place, found: `"${text}"`, allowed: TIME_FORMAT }],
  );
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  return mapping;
}
