import { TributaryError } from "../../TributaryError.ts";

/** A file of a history that is not what it should be. */
export class HistoryFileError extends TributaryError {
  override readonly name = "HistoryFileError";

  constructor(file: string, found: string) {
    super(`The history file ${file} cannot be used.`, {
      found,
      todo: "Fetch it anew, or delete the folder and run `history sync` again.",
    });
  }
}
