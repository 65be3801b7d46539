import { TributaryError } from "../../core/TributaryError.ts";

/** The seconds that an option gives. */
export function requireSeconds(name: string, text: string): number {
  if (/^\d{1,5}$/.test(text)) return Number(text);
  throw new TributaryError(`The option --${name} is "${text}".`, {
    allowed: "seconds, 0 to 99999",
  });
}
