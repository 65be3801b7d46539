import type { Credits } from "./Credits.ts";
import type { Journeys } from "./Journeys.ts";
import type { ShareTouches } from "./models/Touches.ts";
import type { OpenFiles } from "./openFiles.ts";
import { readJourneys } from "./readJourneys.ts";
import type { Totals } from "./Totals.ts";

/** A model, and where what it gives is added up. */
interface RunningModel {
  readonly share: ShareTouches;
  readonly totals: Totals;
  /** Where the credits of each sale are noted, if they are wanted. */
  readonly credits?: Credits | undefined;
}

export interface ShareSalesParameters {
  readonly lookback: number | undefined;
  /** The group of each party; undefined where the groups are channels. */
  readonly groupOf: Int32Array | undefined;
  /** Models that are worked out side by side, in one reading of the files. */
  readonly models: readonly RunningModel[];
  /** Told after each slice how many sales more are done. */
  readonly onSales?: (done: number) => Promise<void>;
}

/** Sales with touches, and their touches: one counts for each sale that it has a share of. */
export interface SharedSales {
  readonly attributed: number;
  readonly touches: number;
}

/** Runs models over all sales, slice by slice. */
export async function shareSales(
  files: OpenFiles,
  { lookback, groupOf, models, onSales }: ShareSalesParameters,
): Promise<SharedSales> {
  let [attributed, touches] = [0, 0];
  let shares = new Int32Array(0);
  for await (const journeys of readJourneys(files, { lookback, groupOf })) {
    const { places, starts, ends } = journeys.sales;
    if (journeys.touches.seconds.length > shares.length) {
      shares = new Int32Array(journeys.touches.seconds.length);
    }
    for (const model of models) shareJourneys(journeys, model, shares);
    for (const [sale, start] of starts.entries()) {
      const length = (ends[sale] as number) - start;
      if (length > 0) attributed += 1;
      touches += length;
    }
    await onSales?.(places.length);
  }
  return { attributed, touches };
}

function shareJourneys(
  { touches, sales }: Journeys,
  { share, totals, credits }: RunningModel,
  shares: Int32Array,
): void {
  const { places, seconds, starts, ends } = sales;
  const { parties } = touches;
  for (let sale = 0; sale < places.length; sale += 1) {
    const from = starts[sale] as number;
    const to = ends[sale] as number;
    if (from === to) continue;
    share(touches, from, to, shares, seconds[sale] as number);
    totals.add(sale, sales, parties, shares, from, to);
    credits?.add(places[sale] as number, parties, shares, from, to);
  }
}
