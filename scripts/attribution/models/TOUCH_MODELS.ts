import { first } from "./first.ts";
import { last } from "./last.ts";
import { linear } from "./linear.ts";
import { position } from "./position.ts";
import type { ModelOption } from "./TouchModel.ts";
import { timeDecay } from "./timeDecay.ts";

/** All touch models, by their names. */
export const TOUCH_MODELS = { first, last, linear, "time-decay": timeDecay, position } as const;

export type TouchModelName = keyof typeof TOUCH_MODELS;

export const TOUCH_MODEL_NAMES = Object.keys(TOUCH_MODELS).filter(isTouchModel);

function isTouchModel(name: string): name is TouchModelName {
  return Object.hasOwn(TOUCH_MODELS, name);
}

/** The options that they have of their own. */
export type TouchOption = (typeof TOUCH_MODELS)[TouchModelName]["options"][number]["name"];

export const TOUCH_OPTIONS: readonly ModelOption<TouchOption>[] = Object.values(
  TOUCH_MODELS,
).flatMap<ModelOption<TouchOption>>(({ options }) => options);

/** The parameters that they have of their own. */
export type TouchParameters = ReturnType<typeof readTouchParameters>;

export function readTouchParameters(
  given: Readonly<Partial<Record<TouchOption, string | undefined>>>,
) {
  return { ...timeDecay.read(given), ...position.read(given) };
}
