import type { ModelParameters, TouchModel } from "./ModelParameters.ts";
import { shareByDecay } from "./shareByDecay.ts";
import { shareByPlayer, type WeightsOf } from "./shareByPlayer.ts";
import { LINEAR, shareByPosition, U_SHAPED, W_SHAPED } from "./shareByPosition.ts";
import { shareByRole } from "./shareByRole.ts";
import type { ShareTimes, ShareTouches } from "./Touches.ts";
import { WEIGHT } from "./WEIGHT.ts";

/** The model that parameters describe. */
export function createModel(parameters: ModelParameters, weightsOf: WeightsOf): ShareTouches {
  switch (parameters.model) {
    case "roles":
      return shareByRole(createTouchModel(parameters.within, parameters));
    case "markov":
    case "shapley":
      return shareByPlayer(weightsOf);
    default:
      return createTouchModel(parameters.model, parameters);
  }
}

function createTouchModel(model: TouchModel, { halfLife, position }: ModelParameters): ShareTimes {
  switch (model) {
    case "first":
      return (_touches, from, to, shares) => {
        shares.fill(0, from, to);
        shares[from] = WEIGHT;
      };
    case "last":
      return (_touches, from, to, shares) => {
        shares.fill(0, from, to);
        shares[to - 1] = WEIGHT;
      };
    case "linear":
      return shareByPosition(LINEAR);
    case "time-decay":
      return shareByDecay(halfLife);
    case "position":
      return shareByPosition(position === "u" ? U_SHAPED : W_SHAPED);
  }
}
