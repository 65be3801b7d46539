import { TributaryError } from "../../../core/TributaryError.ts";

/** An RPC that shows less of the chain than the journal has seen. */
export function laggingError(found: string, seen: string): TributaryError {
  return new TributaryError("The RPC is behind what the journal has seen before.", {
    found: `${found}, but the journal has seen ${seen}`,
    todo: "Wait, or use another RPC; then run this again: it goes on where it stopped. If the chain itself was begun anew, move the journal away.",
  });
}
