import type { ErrorObject } from "ajv/dist/2020.js";
import { findShapeErrors } from "./findShapeErrors.ts";
import { partsOf } from "./partsOf.ts";
import { toPath } from "./toPath.ts";

export interface Mended {
  readonly json: unknown;
  /** Where something else stands than the file has. */
  readonly paths: readonly string[];
}

/** One of these fits where a schema of ours wants a value; what none fits is left out. */
const STAND_INS: readonly unknown[] = [
  "0%",
  "1",
  "30d",
  "2020-01-01",
  "0x0000000000000000000000000000000000000001",
  "USDC",
  "stand-in",
  1,
  true,
  {},
  { "*": "0%" },
  [],
  ["0%"],
  ["USDC"],
  ["stand-in"],
];
const MOST_ROUNDS = 100;

/**
 * A copy of JSON with something that fits in place of each part that departs from a schema, so that the rest can be read on. Undefined
 * where nothing of ours fits.
 */
export function mendShape(schema: object, json: unknown): Mended | undefined {
  const mended: unknown = structuredClone(json);
  const paths = new Set<string>();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const [error] = findShapeErrors(schema, mended);
    if (error === undefined) return { json: mended, paths: [...paths] };
    const path = mendOne(schema, mended, error);
    if (path === undefined) return undefined;
    paths.add(path);
  }
  return undefined;
}

/** Returns where it changed something. */
function mendOne(
  schema: object,
  json: unknown,
  { keyword, instancePath, params, propertyName }: ErrorObject,
): string | undefined {
  const unknown: unknown = params.additionalProperty ?? propertyName;
  if (typeof unknown === "string") {
    delete containerOf(json, partsOf(instancePath))?.[unknown];
    return toPath(instancePath, unknown);
  }
  const field = keyword === "required" ? String(params.missingProperty) : undefined;
  const place = field === undefined ? instancePath : `${instancePath}/${field}`;
  const parts = partsOf(place);
  const container = containerOf(json, parts.slice(0, -1));
  const name = parts.at(-1);
  if (name === undefined || container === undefined) return undefined;
  const errorsHere = () => findShapeErrors(schema, json).filter((error) => isWithin(error, place));
  if (putStandIn(container, name, errorsHere)) return toPath(place);
  if (field !== undefined || Array.isArray(container)) return undefined;
  delete container[name];
  return toPath(place);
}

/** Whether one fits. What an object lacks then is put in next. */
function putStandIn(
  container: Record<string, unknown>,
  name: string,
  errorsHere: () => ErrorObject[],
): boolean {
  const tried = new Set<unknown>(STAND_INS);
  for (const value of tried) {
    container[name] = structuredClone(value);
    const left = errorsHere();
    if (left.every(({ keyword }) => keyword === "required")) return true;
    for (const one of left.flatMap(({ params }) => params.allowedValues ?? [])) tried.add(one);
  }
  return false;
}

function isWithin({ instancePath }: ErrorObject, place: string): boolean {
  return instancePath === place || instancePath.startsWith(`${place}/`);
}

function containerOf(json: unknown, parts: readonly string[]): Record<string, unknown> | undefined {
  let found = json;
  for (const part of parts) {
    if (!isContainer(found)) return undefined;
    found = found[part];
  }
  return isContainer(found) ? found : undefined;
}

/** Lists too: their indices are their names. */
function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
