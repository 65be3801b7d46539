import { TributaryError } from "../../../core/TributaryError.ts";

/** Refuses a node that is behind what is known already: what it answers is of an earlier time. */
export function requireCaughtUp(head: bigint, known: bigint): void {
  if (head >= known) return;
  throw new TributaryError(
    `The RPC is at block ${head}, and the history is known up to block ${known}.`,
    {
      todo: "Wait until the RPC has caught up, or use another. A development chain that was started anew needs another folder.",
    },
  );
}
