import { TributaryError } from "../../../core/TributaryError.ts";
import { joinWords } from "../../../core/text/joinWords.ts";

/** The options that say what becomes of what a command would send. */
export interface SendingOptions {
  readonly dryRun?: boolean;
  readonly calldata?: boolean;
  readonly safe?: string | undefined;
  readonly sign?: string | undefined;
  readonly from?: string | undefined;
  readonly clock?: boolean;
  readonly permit?: boolean;
}

/** How a command sends: by itself, by somebody else, or not at all. */
export function waysToSend({
  dryRun = false,
  calldata = false,
  safe,
  sign,
  clock = false,
  permit = false,
}: SendingOptions): "send" | "dry run" | "hand out" | "sign" {
  const isSafe = safe !== undefined;
  const given = [
    ...(dryRun ? ["--dry-run"] : []),
    ...(calldata ? ["--calldata"] : []),
    ...(isSafe ? ["--safe"] : []),
    ...(sign === undefined ? [] : ["--sign"]),
    ...(clock && (isSafe || calldata) ? ["--clock"] : []),
    // Its signature takes the key of whoever pays.
    ...(permit && (isSafe || calldata) ? ["--permit"] : []),
  ];
  if (given.length > 1) {
    throw new TributaryError(`The options ${joinWords(given)} exclude each other.`, {
      todo: "Leave out all but one of them.",
    });
  }
  if (calldata || isSafe) return "hand out";
  if (sign !== undefined) return "sign";
  return dryRun ? "dry run" : "send";
}
