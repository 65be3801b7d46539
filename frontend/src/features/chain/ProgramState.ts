import type { Head } from "../../history/HistorySource";
import type { HistoryState } from "../../history/HistoryState";

/** What the page knows of a program beside its terms: the newest block, and how far its past is read. */
export interface ProgramState extends HistoryState {
  readonly head: Head;
}
