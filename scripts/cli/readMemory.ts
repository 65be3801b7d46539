import { TributaryError } from "../../core/TributaryError.ts";
import { parseBytes } from "../../core/text/parseBytes.ts";

const LEAST = 512 * 2 ** 20;

/** The bytes of an option --memory; undefined where it was not given. */
export function readMemory(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const bytes = parseBytes(text);
  if (bytes !== undefined && bytes >= LEAST) return bytes;
  throw new TributaryError("The option --memory is not understood, or too little to work in.", {
    found: `"${text}"`,
    allowed: "a size such as 1GiB, 512MiB or more",
    todo: "Correct it and run this again.",
  });
}
