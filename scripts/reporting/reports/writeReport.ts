import { writeFile } from "node:fs/promises";
import { extname } from "node:path";
import { TributaryError } from "../../../core/TributaryError.ts";
import { listOf } from "../../../core/text/listOf.ts";

/** Writes a report in the form that its file's name asks for. */
export async function writeReport(
  file: string,
  forms: Readonly<Record<string, () => string | Buffer>>,
): Promise<void> {
  const form = forms[extname(file).toLowerCase()];
  if (form === undefined) {
    throw new TributaryError(`Nothing can be written to ${file}.`, {
      allowed: `a name that ends in ${listOf(Object.keys(forms))}`,
    });
  }
  try {
    await writeFile(file, form());
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new TributaryError(`Cannot write ${file} (${code}).`, {
      todo: "Give a file in a folder that exists and may be written to.",
    });
  }
}
