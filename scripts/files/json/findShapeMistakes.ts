import type { ErrorObject } from "ajv/dist/2020.js";
import type { JsonMistake } from "../../../core/json/JsonMistake.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import { listOf } from "../../../core/text/listOf.ts";
import { findShapeErrors } from "./findShapeErrors.ts";
import { toPath } from "./toPath.ts";

/** Where parsed JSON departs from a schema. */
export function findShapeMistakes(schema: object, json: unknown): JsonMistake[] {
  return findShapeErrors(schema, json).map(toMistake);
}

function toMistake(error: ErrorObject): JsonMistake {
  const path = toPath(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case "additionalProperties": {
      const name = String(params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return {
        path: toPath(error.instancePath, name),
        found: "an unknown field",
        allowed: allowedOf(name, known),
      };
    }
    case "required": {
      const name = String(params.missingProperty);
      const field = (error.parentSchema?.properties as Record<string, Described> | undefined)?.[
        name
      ];
      return {
        path: toPath(error.instancePath, name),
        found: "nothing",
        allowed: toAllowed(name, field),
      };
    }
    case "enum":
      return {
        path,
        found: show(error.data),
        allowed: allowedOf(error.data, params.allowedValues),
      };
    default:
      return { path, found: show(error.data), allowed: allowedBy(error) };
  }
}

function allowedOf(found: unknown, names: readonly string[]): string {
  return `${listOf(names)}${typeof found === "string" ? didYouMean(found, names) : ""}`;
}

/** Of these the schema's own words say more than the keyword does. */
const TOLD_BY_DESCRIPTION = ["pattern", "type", "oneOf", "minProperties"];

interface Described {
  readonly description?: string;
  readonly examples?: readonly unknown[];
}

function allowedBy({ keyword, message, parentSchema, propertyName }: ErrorObject): string {
  const description = (parentSchema as Described | undefined)?.description;
  if (keyword === "pattern" && propertyName !== undefined) return `as a key ${description}`;
  // Descriptions of values begin small or with a quote; those of fields say what the field is for.
  const isOfValue = description !== undefined && /^[a-z"]/.test(description);
  if (isOfValue && TOLD_BY_DESCRIPTION.includes(keyword)) return description;
  return (message ?? keyword).replace(/^must /, "it must ");
}

function toAllowed(name: string, { description = "", examples = [] }: Described = {}): string {
  const [example] = examples;
  const such = example === undefined ? "" : `, such as "${name}": ${JSON.stringify(example)}`;
  return `it must be given${such}. ${description}`.trim().replace(/\.$/, "");
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
