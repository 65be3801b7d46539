import type { ModelParameters } from "./ModelParameters.ts";
import { shareByPlayer, type WeightsOf } from "./shareByPlayer.ts";
import { shareByRole } from "./shareByRole.ts";
import { TOUCH_MODELS, type TouchModelName } from "./TOUCH_MODELS.ts";
import type { ShareTimes, ShareTouches } from "./Touches.ts";

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

function createTouchModel(name: TouchModelName, parameters: ModelParameters): ShareTimes {
  return TOUCH_MODELS[name].share(parameters);
}
