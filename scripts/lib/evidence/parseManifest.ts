import { MODELS, PLAYERS, TOUCH_MODELS } from "../attribution/ModelParameters.ts";
import { WEIGHT } from "../attribution/WEIGHT.ts";
import { FORMAT, type Manifest, MODELS_VERSION } from "./Manifest.ts";

/** Says what is wrong with a value; undefined where nothing is. */
type Check = (value: unknown) => string | undefined;

const FILE = oneThat((value) => /^[0-9a-f]{64}\.csv$/.test(String(value)), "<sha256>.csv");
const SECONDS = oneThat((value) => Number.isSafeInteger(value) && Number(value) > 0, "seconds");

const REFUNDS: Check = shapeOf({
  format: oneOf([FORMAT]),
  of: oneOf(["refunds"]),
  files: shapeOf({ refunds: FILE }),
});

const SALES: Check = shapeOf({
  format: oneOf([FORMAT]),
  of: oneOf(["sales"]),
  customers: oneOf(["hmac-sha256"]),
  files: shapeOf({ touchpoints: FILE, sales: FILE, credits: FILE }),
  model: shapeOf(
    {
      model: oneOf(MODELS),
      halfLife: SECONDS,
      position: oneOf(["u", "w"]),
      within: oneOf(TOUCH_MODELS),
      by: oneOf(PLAYERS),
      order: oneOf([1, 2]),
      game: oneOf(["conversions", "rate"]),
    },
    { lookback: SECONDS, period: SECONDS },
  ),
  modelsVersion: oneOf([MODELS_VERSION]),
  weight: oneOf([WEIGHT]),
});

/** Reads a manifest. Where it is none that this version knows, says why. */
export function parseManifest(text: string): Manifest | string {
  const json = parseJson(text);
  const of = typeof json === "object" && json !== null && "of" in json ? json.of : undefined;
  const wrong = of === "refunds" ? REFUNDS(json) : SALES(json);
  return wrong ?? (json as Manifest);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shapeOf(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const checks = new Map(Object.entries({ ...required, ...optional }));
  return (value) => {
    if (typeof value !== "object" || value === null) return "no JSON object where one must be";
    const missing = Object.keys(required).find((key) => !Object.hasOwn(value, key));
    if (missing !== undefined) return `no "${missing}"`;
    for (const [key, one] of Object.entries(value)) {
      const check = checks.get(key);
      const wrong = check === undefined ? "a key that this version does not know" : check(one);
      if (wrong !== undefined) return `"${key}": ${wrong}`;
    }
    return undefined;
  };
}

function oneOf(allowed: readonly unknown[]): Check {
  return oneThat((value) => allowed.includes(value), allowed.join(" or "));
}

function oneThat(isRight: (value: unknown) => boolean, allowed: string): Check {
  return (value) =>
    isRight(value) ? undefined : `${JSON.stringify(value)}, where ${allowed} is known`;
}
