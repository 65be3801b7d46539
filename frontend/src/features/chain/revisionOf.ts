import type { ProgramState } from "./ProgramState";
import { periodOf } from "./periodOf";
import type { Program } from "./useProgram";

/** Names the state that the program's views show: it changes with every event, every period and the terms. */
export function revisionOf({ terms, termsHash }: Program, { head, news }: ProgramState): string {
  const period = periodOf(terms, head.time)?.number ?? "before";
  return `${news}:${period}:${termsHash}`;
}
