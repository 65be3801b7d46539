import { TributaryError } from "../../core/TributaryError.ts";

/** Why a file of the user's cannot be read, and what to do. */
export function unreadableFile(path: string, error: unknown): TributaryError {
  const { code } = error as NodeJS.ErrnoException;
  const found = code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`;
  return new TributaryError(`Cannot read ${path}: ${found}.`, {
    todo: `Give the path of a file; it is looked for from ${process.cwd()}.`,
  });
}
