import type { CountedPaths } from "./CountedPaths.ts";
import { countPaths } from "./countPaths.ts";
import { countTransitions } from "./countTransitions.ts";
import { markovWeights } from "./markovWeights.ts";
import type { ModelParameters } from "./models/ModelParameters.ts";
import type { WeightsOf } from "./models/shareByPlayer.ts";
import type { OpenFiles } from "./openFiles.ts";
import { removalEffects } from "./removalEffects.ts";
import { shapleyRate } from "./shapleyRate.ts";
import { shapleyWeights } from "./shapleyWeights.ts";

/** What a partner or channel weighs in a period; those of a period add up to `WEIGHT`. */
export interface PlayerWeight {
  /** UTC seconds at which the period starts. */
  readonly period: number;
  readonly player: string;
  readonly weight: number;
}

export interface WeighedPlayers {
  readonly weights: readonly PlayerWeight[];
  readonly weightsOf: WeightsOf;
}

/** The coalition game of conversions is the sum of one game a sale, which its players win together: there they weigh the same. */
const ALIKE: readonly number[] = [];

/** Works the weights of markov and of shapley's game of rates out, from the paths of each period. */
export async function weighPlayers(
  files: OpenFiles,
  model: ModelParameters,
): Promise<WeighedPlayers> {
  const solve = solverOf(model);
  if (solve === undefined) return { weights: [], weightsOf: () => ALIKE };
  const { touches, database } = files;
  const players =
    model.by === "channel"
      ? touches.channels
      : [...new Set(touches.parties.map(({ partner }) => partner))];
  const weights: PlayerWeight[] = [];
  const byPeriod = new Map<number, readonly number[]>();
  const counted = await countPaths(database.connection, model, players.length);
  for (const { period, paths } of counted) {
    if (!paths.conversions.some((count) => count > 0)) continue;
    const solved = solve(paths);
    byPeriod.set(period, solved);
    for (const [player, weight] of solved.entries()) {
      const start = period * (model.period ?? 0);
      if (weight > 0) weights.push({ period: start, player: players[player] ?? "", weight });
    }
  }
  const periodOf = (seconds: number) =>
    model.period === undefined ? 0 : Math.floor(seconds / model.period);
  return { weights, weightsOf: (saleSeconds) => byPeriod.get(periodOf(saleSeconds)) ?? ALIKE };
}

function solverOf(model: ModelParameters): ((paths: CountedPaths) => number[]) | undefined {
  if (model.model === "markov") {
    return (paths) => markovWeights(removalEffects(countTransitions(paths, model.order)));
  }
  if (model.model === "shapley" && model.game === "rate") {
    return (paths) => shapleyWeights(shapleyRate(paths));
  }
  return undefined;
}
