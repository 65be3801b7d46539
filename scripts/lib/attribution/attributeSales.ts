import type { Progress } from "../cli/Progress.ts";
import { createModel } from "./createModel.ts";
import { creditsOf, type PartyCredit } from "./creditsOf.ts";
import { eachSale } from "./eachSale.ts";
import type { LoadedCurrency } from "./loadSales.ts";
import type { Party } from "./loadTouches.ts";
import type { ModelParameters } from "./ModelParameters.ts";
import { type OpenFiles, openFiles } from "./openFiles.ts";
import { partnersOf, rolesOf } from "./partyGroups.ts";
import type { PathBatch } from "./readPaths.ts";
import { shareSales } from "./shareSales.ts";
import { Totals } from "./Totals.ts";
import { type PlayerWeight, weighPlayers } from "./weighPlayers.ts";

export interface AttributeSalesParameters {
  readonly sales: string;
  readonly touchpoints: string;
  readonly model: ModelParameters;
  /** Bytes that the whole process may take; undefined leaves it to the database. */
  readonly memory: number | undefined;
  readonly progress: Progress;
  /** Told once, before the first sale. */
  readonly onOpen?: (files: OpenFiles) => Promise<void>;
  /** Told the sales that somebody is credited for, in the order of the file. */
  readonly onCredits?: (sales: readonly CreditedSale[]) => Promise<void>;
  /** Told once, after the last sale, while the files are still open. */
  readonly onDone?: () => Promise<void>;
}

export interface CreditedSale {
  /** Its place in the file, from 0. */
  readonly sale: number;
  readonly credits: readonly PartyCredit[];
}

export interface Attribution {
  readonly sales: number;
  /** Of them, those with touches. */
  readonly attributed: number;
  /** Of the others, those that had credits before. */
  readonly known: number;
  readonly parties: readonly Party[];
  readonly currencies: readonly LoadedCurrency[];
  readonly totals: Totals;
  /** markov and shapley's game of rates: the weights that sales were shared by. */
  readonly weights: readonly PlayerWeight[];
}

/** Shares each sale among the touches before it. The same files and parameters give the same weights, whatever the memory. */
export async function attributeSales(parameters: AttributeSalesParameters): Promise<Attribution> {
  const { model, progress } = parameters;
  const needsChannels = model.by === "channel" && isOfPlayers(model);
  const files = await openFiles({ ...parameters, needsChannels });
  try {
    await parameters.onOpen?.(files);
    const attribution = await attribute(files, parameters);
    await parameters.onDone?.();
    return attribution;
  } finally {
    progress.stop();
    await files.database.close();
  }
}

async function attribute(
  files: OpenFiles,
  { model, progress, onCredits }: AttributeSalesParameters,
): Promise<Attribution> {
  const { sales, touches } = files;
  const { weights, weightsOf } = await weighPlayers(files, model);
  const totals = new Totals(touches.parties.length, sales.currencies.length);
  progress.start("Attributing, in sales", sales.count);
  const attributed = await shareSales(files, {
    lookback: model.lookback,
    groupOf: groupsOf(model, touches.parties),
    models: [{ share: createModel(model, weightsOf), totals }],
    onSales: (done) => progress.add(done),
    onShares: onCredits && ((batch, shares) => onCredits(creditedIn(batch, shares))),
  });
  const { count, known, currencies } = sales;
  return {
    sales: count,
    attributed,
    known,
    ...{ parties: touches.parties, currencies, totals, weights },
  };
}

function creditedIn(batch: PathBatch, shares: Int32Array): CreditedSale[] {
  const credited: CreditedSale[] = [];
  eachSale(batch, (sale, from, to) => {
    credited.push({ sale, credits: creditsOf(batch.touches.parties, shares, from, to) });
  });
  return credited;
}

function isOfPlayers({ model }: ModelParameters): boolean {
  return model === "markov" || model === "shapley";
}

/** The group of each party, where the model's groups follow from it; undefined where they are channels. */
function groupsOf(model: ModelParameters, parties: readonly Party[]): Int32Array | undefined {
  if (!isOfPlayers(model)) return rolesOf(parties);
  return model.by === "channel" ? undefined : partnersOf(parties);
}
