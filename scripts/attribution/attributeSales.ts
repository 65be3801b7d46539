import type { RefusedRow } from "../files/columns/RefusedRow.ts";
import type { Progress } from "../Progress.ts";
import { Credits } from "./Credits.ts";
import type { LoadedCurrency } from "./loadSales.ts";
import type { Party } from "./loadTouches.ts";
import { createModel } from "./models/createModel.ts";
import type { ModelParameters } from "./models/ModelParameters.ts";
import { type OpenFiles, openFiles } from "./openFiles.ts";
import { partnersOf, rolesOf } from "./partyGroups.ts";
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
  /** Told the credits of some sales at a time, in any order of these. */
  readonly onCredits?: (credits: Credits["columns"]) => Promise<void>;
  /** Told once, after the last sale, while the files are still open. */
  readonly onDone?: () => Promise<void>;
}

export interface Attribution {
  readonly sales: number;
  /** Of them, those with touches. */
  readonly attributed: number;
  /** Of the others, those that had credits before. */
  readonly known: number;
  /** Of the others, those without a customer. */
  readonly withoutCustomer: number;
  /** Rows that are no sales: they are left out. */
  readonly refused: readonly RefusedRow[];
  readonly parties: readonly Party[];
  readonly currencies: readonly LoadedCurrency[];
  readonly totals: Totals;
  /** markov and shapley's game of rates: the weights that sales were shared by. */
  readonly weights: readonly PlayerWeight[];
}

/** Shares each sale among the touches before it. The same files and parameters give the same weights, whatever the memory. */
export async function attributeSales(parameters: AttributeSalesParameters): Promise<Attribution> {
  const { model } = parameters;
  const needsAll = isOfPlayers(model);
  const needsChannels = needsAll && model.by === "channel";
  const files = await openFiles({ ...parameters, needsChannels, needsAll });
  try {
    await parameters.onOpen?.(files);
    const attribution = await attribute(files, parameters);
    await parameters.onDone?.();
    return attribution;
  } finally {
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
  const credits = onCredits && new Credits(touches.parties.length);
  const share = () =>
    shareSales(files, {
      lookback: model.lookback,
      groupOf: groupsOf(model, touches.parties),
      models: [{ share: createModel(model, weightsOf), totals, credits }],
      onSales: async (done) => {
        if (credits !== undefined) await onCredits?.(credits.columns);
        credits?.clear();
        progress.add(done);
      },
    });
  const { attributed } = await progress.during("Attributing, in sales", sales.count, share);
  const { count, known, withoutCustomer, currencies, refused } = sales;
  return {
    sales: count,
    attributed,
    ...{ known, withoutCustomer, refused },
    ...{ parties: touches.parties, currencies, totals, weights },
  };
}

function isOfPlayers({ model }: ModelParameters): boolean {
  return model === "markov" || model === "shapley";
}

/** The group of each party, where the model's groups follow from it; undefined where they are channels. */
function groupsOf(model: ModelParameters, parties: readonly Party[]): Int32Array | undefined {
  if (!isOfPlayers(model)) return rolesOf(parties);
  return model.by === "channel" ? undefined : partnersOf(parties);
}
