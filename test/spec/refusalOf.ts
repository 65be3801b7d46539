import { SpecError } from "../../core/spec/SpecError.ts";

/** What the spec refuses an action with; undefined where it does not. */
export function refusalOf(action: () => unknown): SpecError | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof SpecError) return error;
    throw error;
  }
  return undefined;
}
