import { TributaryError } from "../TributaryError.ts";

/** Something that no batch of sales can hold, or that none holds so. */
export class BatchFormError extends TributaryError {
  override readonly name = "BatchFormError";

  constructor(found: string, allowed: string) {
    super("This is not the form of a batch of sales.", { found, allowed });
  }
}
