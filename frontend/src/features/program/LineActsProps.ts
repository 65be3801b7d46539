import type { StandingLineState } from "../chain/useStandingLineStates";
import type { ProgramCardProps } from "./ProgramCardProps";

/** What an act on a standing line takes: the line as it stands, in one currency. */
export interface LineActsProps extends Omit<ProgramCardProps, "state"> {
  /** Its index in the terms. */
  readonly line: number;
  readonly standing: StandingLineState;
  /** Seconds. */
  readonly now: bigint;
}
