import { TributaryError } from "../TributaryError.ts";
import type { TermsMistake } from "./TermsMistake.ts";

/** A terms file that cannot become a program, with every mistake in it. */
export class TermsFileError extends TributaryError {
  override readonly name = "TermsFileError";
  readonly mistakes: readonly TermsMistake[];

  constructor(file: string, mistakes: readonly TermsMistake[]) {
    const lines = mistakes.map(
      ({ path, found, allowed }) =>
        `  ${path === "" ? "the file" : path}: found ${found}; allowed: ${allowed}`,
    );
    const count = mistakes.length === 1 ? "a mistake" : `${mistakes.length} mistakes`;
    super(
      `${file} has ${count}. Correct it and run this again; nothing was sent.\n${lines.join("\n")}`,
    );
    this.mistakes = mistakes;
  }
}
