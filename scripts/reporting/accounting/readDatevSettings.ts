import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import type { JsonMistake } from "../../../core/json/JsonMistake.ts";
import { parseTime } from "../../../core/text/parseTime.ts";
import schema from "../../../schema/datev.schema.json" with { type: "json" };
import { readJsonFile } from "../../files/json/readJsonFile.ts";
import type { DatevSettings } from "./DatevSettings.ts";

/** Reads how to book for DATEV, and refuses it with every mistake in it. */
export async function readDatevSettings(path: string): Promise<DatevSettings> {
  const settings = await readJsonFile<DatevSettings>(path, schema);
  const mistakes: JsonMistake[] = [];
  const { fiscalYearStarts, accountLength, accounts } = settings;
  if (parseTime(fiscalYearStarts) === undefined) {
    const allowed = "a day that exists, such as 2026-01-01";
    mistakes.push({ path: "fiscalYearStarts", found: `"${fiscalYearStarts}"`, allowed });
  }
  for (const [name, account] of Object.entries(accounts)) {
    if (account.length <= accountLength + 1) continue;
    const allowed = `an account of at most ${accountLength + 1} digits, for accountLength is ${accountLength}`;
    mistakes.push({ path: `accounts.${name}`, found: `"${account}"`, allowed });
  }
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  return settings;
}
