import { RowError } from "../../../files/table/RowError.ts";

/** What a row says, or undefined where it is not written so that it can be read. */
export function ifReadable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof RowError) return undefined;
    throw error;
  }
}
