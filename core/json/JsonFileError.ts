import { TributaryError } from "../TributaryError.ts";
import type { JsonMistake } from "./JsonMistake.ts";

/** A JSON file that cannot be used, with every mistake in it. */
export class JsonFileError extends TributaryError {
  override readonly name = "JsonFileError";
  readonly mistakes: readonly JsonMistake[];

  constructor(file: string, mistakes: readonly JsonMistake[]) {
    const lines = mistakes.map(
      ({ path, found, allowed }) =>
        `  ${path === "" ? "the file" : path}: found ${found}; allowed: ${allowed}`,
    );
    const count = mistakes.length === 1 ? "a mistake" : `${mistakes.length} mistakes`;
    super(`${file} has ${count}. Correct it and run this again.\n${lines.join("\n")}`);
    this.mistakes = mistakes;
  }
}
