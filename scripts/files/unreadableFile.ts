import { TributaryError } from "../../core/TributaryError.ts";
import { explainErrno } from "./explainErrno.ts";

/** Why a file of the user's cannot be read, and what to do. */
export function unreadableFile(path: string, error: unknown): TributaryError {
  return new TributaryError(`Cannot read ${path}: ${explainErrno(error)}.`, {
    todo: `Give the path of a file; it is looked for from ${process.cwd()}.`,
  });
}
