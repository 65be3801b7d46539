import { openSync, statSync } from "node:fs";
import { TributaryError } from "../../../core/TributaryError.ts";

export interface Part {
  readonly path: string;
  readonly descriptor: number;
}

/** Opens the file that is written beside another until it is whole, and can take its place. */
export function openPart(file: string): Part {
  const path = `${file}.part`;
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw cannotWrite(file, "EISDIR");
  try {
    return { path, descriptor: openSync(path, "w") };
  } catch (error) {
    throw cannotWrite(file, (error as NodeJS.ErrnoException).code);
  }
}

function cannotWrite(file: string, code: string | undefined): TributaryError {
  return new TributaryError(`Cannot write ${file}: ${code}.`, {
    todo: `Give the path of a file in a folder that can be written to; it is looked for from ${process.cwd()}.`,
  });
}
