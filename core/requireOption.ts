import { TributaryError } from "./TributaryError.ts";

/** The value of an option that a command cannot do without. */
export function requireOption(name: string, value: string | undefined, what: string): string {
  if (value !== undefined && value !== "") return value;
  throw new TributaryError(`The option --${name} is missing.`, {
    todo: `Give it ${what}: --${name} …`,
  });
}
