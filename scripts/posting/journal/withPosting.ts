import { type Address, type Hex, zeroHash } from "viem";
import type { Chain } from "../../chain/openChain.ts";
import type { Program } from "../../chain/openProgram.ts";
import type { Progress } from "../../Progress.ts";
import { explainJournalError } from "./explainJournalError.ts";
import { fillFreeNonces } from "./fillFreeNonces.ts";
import { lockJournal } from "./lockJournal.ts";
import { IN_MEMORY, openJournal } from "./openJournal.ts";
import type { Posting, Settings } from "./Posting.ts";
import { recover } from "./recover.ts";
import type { Observe } from "./Step.ts";

export interface PostingParameters {
  readonly account: Address;
  readonly progress: Progress;
  /** What each batch commits to. */
  readonly evidence?: Hex | undefined;
  /** The journal's file. Without one it is kept in memory: the chain alone then tells what is posted. */
  readonly journal?: string | undefined;
  readonly settings?: Partial<Settings> | undefined;
  readonly observe?: Observe | undefined;
  /** Gives up what was handed out and is not on the chain. */
  readonly again?: boolean | undefined;
}

const PATIENCE = 10 * 60_000;

/** Runs work as the only poster of a journal. */
export async function withPosting<Result>(
  program: Program,
  {
    account,
    progress,
    evidence = zeroHash,
    journal: path = IN_MEMORY,
    ...options
  }: PostingParameters,
  work: (posting: Posting) => Promise<Result>,
): Promise<Result> {
  const settings = { ...defaultsFor(program.chain), ...options.settings };
  const observe = options.observe ?? (() => {});
  const lock = await lockJournal(path, settings.patience, () =>
    progress.note("Another poster is at work on this program: waiting until it ends."),
  );
  try {
    const journal = openJournal(path, program, () =>
      progress.note(
        `The journal ${path} was of a development chain that is gone: it is begun anew for the one that runs now.`,
      ),
    );
    try {
      await observe("locked");
      const { again = false } = options;
      const shared = { program, account, evidence, journal, settings, progress, observe, again };
      const posting = { ...shared, done: new Map() };
      await recover(posting);
      const result = await work(posting);
      await fillFreeNonces(posting);
      return result;
    } finally {
      journal.close();
    }
  } catch (error) {
    throw explainJournalError(error, path);
  } finally {
    lock.release();
  }
}

/** A development chain mines at once and never reorganises by itself. */
function defaultsFor({ instance }: Chain): Settings {
  const isReal = instance === undefined;
  return {
    confirmations: isReal ? 12 : 0,
    maxFee: undefined,
    pollingInterval: isReal ? 1_000 : 20,
    raiseAfter: isReal ? 60_000 : 5_000,
    patience: PATIENCE,
    inFlight: 4,
  };
}
