import { openSync } from "node:fs";
import { TributaryError } from "../TributaryError.ts";

export interface Part {
  readonly path: string;
  readonly descriptor: number;
}

/** Opens the file that is written beside another until it is whole, and can take its place. */
export function openPart(file: string): Part {
  const path = `${file}.part`;
  try {
    return { path, descriptor: openSync(path, "w") };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new TributaryError(`Cannot write ${file}: ${code}.`, {
      todo: `Give the path of a file in a folder that can be written to; it is looked for from ${process.cwd()}.`,
    });
  }
}
