import { ModelError } from "../../core/model/modelError.ts";

/** What the model refuses an action with; undefined where it does not. */
export function refusalOf(action: () => unknown): ModelError | undefined {
  try {
    action();
  } catch (error) {
    if (error instanceof ModelError) return error;
    throw error;
  }
  return undefined;
}
