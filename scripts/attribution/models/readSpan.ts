import { TributaryError } from "../../../core/TributaryError.ts";
import { parseDuration } from "../../../core/text/parseDuration.ts";

/** Times before a sale are kept in 32 bits. */
const MOST_SECONDS = 2 ** 31 - 1;

/** The seconds that an option gives; undefined where it is not given. */
export function readSpan(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const seconds = parseDuration(text);
  if (seconds !== undefined && seconds <= MOST_SECONDS) return seconds;
  throw new TributaryError(`The option --${option} is not understood.`, {
    found: `"${text}"`,
    allowed: "days or hours such as 30d or 12h, up to 24855d",
    todo: "Correct it and run this again.",
  });
}
