import { join } from "node:path";
import { parseGwei } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import { removeOldDevelopmentJournals } from "../../chain/deploy/removeOldDevelopmentJournals.ts";
import { accountOf, type Chain } from "../../chain/openChain.ts";
import { openNamedProgram } from "../../chain/openNamedProgram.ts";
import type { Program } from "../../chain/openProgram.ts";
import { createProgress, GOES_ON } from "../../Progress.ts";
import { JOURNAL_FOLDER, journalPath } from "./journalPath.ts";
import type { Settings } from "./Posting.ts";
import type { PostingParameters } from "./withPosting.ts";

/** The options that every command has which posts. */
export type PostingOption = "program" | "from" | "journal" | "confirmations" | "maxFee";

type PostingOptions = Readonly<Record<PostingOption, string | undefined>> & {
  readonly again?: boolean;
};

/** The program to post to, and how. */
export async function readPostingOptions(
  chain: Chain,
  options: PostingOptions,
  root: string,
): Promise<{ program: Program; parameters: PostingParameters }> {
  const settings = { ...readConfirmations(options), ...readMaxFee(options) };
  await removeOldDevelopmentJournals(join(root, JOURNAL_FOLDER));
  const program = await openNamedProgram(chain, options);
  return {
    program,
    parameters: {
      account: await accountOf(chain, options.from),
      journal: options.journal ?? journalPath(program, root),
      progress: createProgress(GOES_ON),
      settings,
      again: options.again,
    },
  };
}

function readConfirmations({
  confirmations,
}: PostingOptions): Pick<Partial<Settings>, "confirmations"> {
  if (confirmations === undefined) return {};
  if (/^\d{1,4}$/.test(confirmations)) return { confirmations: Number(confirmations) };
  throw new TributaryError("The option --confirmations is not a number of blocks.", {
    found: `"${confirmations}"`,
    allowed: "0 to 9999",
  });
}

function readMaxFee({ maxFee }: PostingOptions): Pick<Partial<Settings>, "maxFee"> {
  if (maxFee === undefined) return {};
  if (/^\d{1,9}(\.\d{1,9})?$/.test(maxFee)) return { maxFee: parseGwei(maxFee) };
  throw new TributaryError("The option --max-fee is not an amount of gwei.", {
    found: `"${maxFee}"`,
    allowed: "a number such as 40 or 2.5",
  });
}
