import { RowError } from "./RowError.ts";

/** A row that is well written, but that the program it is for does not take. Others of its file stand by themselves. */
export class RefusedRowError extends RowError {
  override readonly name = "RefusedRowError";
  /** Why, without the place. */
  readonly reason: string;

  constructor(file: string, line: number, column: string, found: string, allowed: string) {
    super(file, line, column, found, allowed, "");
    this.reason = `${found}; allowed: ${allowed}`;
  }
}
