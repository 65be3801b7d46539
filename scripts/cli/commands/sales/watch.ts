import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { counted } from "../../../../core/text/counted.ts";
import { type ModelOptions, parseModel } from "../../../attribution/models/parseModel.ts";
import {
  type PostingOption,
  readPostingOptions,
} from "../../../posting/journal/readPostingOptions.ts";
import type { Sources } from "../../../posting/watch/Sources.ts";
import { watchSales } from "../../../posting/watch/watchSales.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import { command } from "../../command.ts";
import { requireLane } from "../../requireLane.ts";
import { requireSeconds } from "../../requireSeconds.ts";
import { stopSignal } from "../../stopSignal.ts";

type SourceOption =
  | "sales"
  | "refunds"
  | "acknowledged"
  | "store"
  | "mapping"
  | "rules"
  | "touchpoints";
type WatchOption =
  | keyof ModelOptions
  | SourceOption
  | ("settle" | "skew" | "lane" | "evidence" | "saltFile");

const INTERVAL = 1_000;
const RETRY_AFTER = 60_000;
const SETTLE = "30";

/** `sales watch`: posts and refunds what is new, until Ctrl-C. */
export default command<PostingOption | WatchOption, "withoutCredits">(
  async (chain, options, { config }) => {
    const sources = readSources(options);
    const { program, parameters } = await readPostingOptions(chain, options, config.paths.root);
    const signal = stopSignal();
    parameters.progress.note(`Watching for ${program.terms.name}; Ctrl-C ends it.`);
    const timing = { interval: INTERVAL, retryAfter: RETRY_AFTER, signal };
    const watched = await watchSales(program, {
      ...{ ...parameters, ...timing, sources },
      lane: options.lane === undefined ? undefined : requireLane(options.lane, 0),
      // Where attribution has just been made, no credits are what it came to.
      withoutCredits: options.withoutCredits || sources.attribution !== undefined,
    });
    const { posted, refunded, transactions, failures } = watched;
    return {
      json: { program: program.address, ...watched },
      text: `${counted(posted, "sale")} posted and ${counted(refunded, "refund")} made in ${counted(transactions, "transaction")}; ${counted(failures, "round")} failed.`,
    };
  },
);

function readSources(options: CommandOptions<WatchOption>): Sources {
  const { sales, refunds, acknowledged, store, mapping, rules } = options;
  if (sales === undefined && store === undefined) {
    throw new TributaryError("There is nothing to watch.", {
      todo: "Give a sales file or a folder of them with --sales, or the endpoint's store with --store.",
    });
  }
  const evidence =
    options.evidence === undefined
      ? undefined
      : { folder: options.evidence, saltFile: options.saltFile };
  return {
    ...{ sales, refunds, acknowledged, store, mapping, rules, evidence },
    settle: requireSeconds("settle", options.settle ?? SETTLE),
    skew: requireSeconds("skew", options.skew ?? "0"),
    attribution: readAttribution(options),
  };
}

/** What the endpoint keeps has no credits: posted so, all of it would be the operator's. */
function readAttribution(options: CommandOptions<WatchOption>): Sources["attribution"] {
  const { store, mapping, touchpoints, model } = options;
  const isAttributed = store !== undefined || touchpoints !== undefined || model !== undefined;
  if (!isAttributed) return undefined;
  const hasOthers = store !== undefined && mapping !== undefined;
  return {
    touchpoints: hasOthers
      ? touchpoints
      : requireOption("touchpoints", touchpoints, "the touchpoints file"),
    model: parseModel({
      ...options,
      model: requireOption("model", model, "a model, such as linear"),
    }),
  };
}
