import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import { parseTime, TIME_FORMAT } from "../../../core/text/parseTime.ts";
import schema from "../../../schema/rules.schema.json" with { type: "json" };
import { readJsonFile } from "../../files/json/readJsonFile.ts";
import { NO_RULES, type Rules } from "./Rules.ts";

/** Reads a rule file, and refuses it with every mistake in it. */
export async function readRules(path: string | undefined): Promise<Rules> {
  if (path === undefined) return NO_RULES;
  const rules = await readJsonFile<Rules>(path, schema);
  const times = rules.rules.flatMap(({ when }, index): [string, string | undefined][] => [
    [`rules[${index}].when.occurred.from`, when.occurred?.from],
    [`rules[${index}].when.occurred.before`, when.occurred?.before],
  ]);
  times.push(["existing.boughtBefore", rules.existing?.boughtBefore]);
  const mistakes = times.flatMap(([place, text]) =>
    text === undefined || parseTime(text) !== undefined
      ? []
      : [{ path: place, found: `"${text}"`, allowed: TIME_FORMAT }],
  );
  const names = rules.rules.map(({ name }) => name);
  const repeated = names.findIndex((name, index) => names.indexOf(name) < index);
  if (repeated >= 0) {
    const found = `"${names[repeated]}" a second time`;
    mistakes.push({ path: `rules[${repeated}].name`, found, allowed: "each name once" });
  }
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  return rules;
}
