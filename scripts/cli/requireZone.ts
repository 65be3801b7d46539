import { TributaryError } from "../../core/TributaryError.ts";
import { isZone } from "../../core/text/parseTimeIn.ts";

/** The time zone that an option names; UTC without it. */
export function requireZone(text = "UTC"): string {
  if (isZone(text)) return text;
  throw new TributaryError(`There is no time zone "${text}".`, {
    allowed: "a name of the IANA's database, such as Europe/Berlin, or UTC",
  });
}
