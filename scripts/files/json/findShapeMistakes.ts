import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";
import type { JsonMistake } from "../../../core/json/JsonMistake.ts";
import { listOf } from "../../../core/text/listOf.ts";

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });

/** Where parsed JSON departs from a schema; ajv keeps each schema compiled. */
export function findShapeMistakes(schema: object, json: unknown): JsonMistake[] {
  const validate = ajv.compile(schema);
  if (validate(json)) return [];
  const errors = validate.errors ?? [];
  // A failed `oneOf` says all there is to say about its place; its branches only add noise.
  const whole = errors
    .filter(({ keyword }) => keyword === "oneOf")
    .map((error) => error.instancePath);
  return errors
    .filter(({ keyword, instancePath }) => {
      if (keyword === "propertyNames") return false;
      return keyword === "oneOf" || !whole.some((path) => isWithin(instancePath, path));
    })
    .map(toMistake);
}

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}

function toMistake(error: ErrorObject): JsonMistake {
  const path = toPath(error.instancePath);
  const { params } = error;
  switch (error.keyword) {
    case "additionalProperties": {
      const name = String(params.additionalProperty);
      const known = Object.keys((error.parentSchema?.properties as object | undefined) ?? {});
      return { path: join(path, name), found: "an unknown field", allowed: listOf(known) };
    }
    case "required": {
      const name = String(params.missingProperty);
      const field = (error.parentSchema?.properties as Record<string, Described> | undefined)?.[
        name
      ];
      return { path: join(path, name), found: "nothing", allowed: toAllowed(field) };
    }
    case "enum":
      return { path, found: show(error.data), allowed: listOf(params.allowedValues as string[]) };
    default:
      return { path, found: show(error.data), allowed: allowedBy(error) };
  }
}

/** Of these the schema's own words say more than the keyword does. */
const TOLD_BY_DESCRIPTION = ["pattern", "type", "oneOf", "minProperties"];

interface Described {
  readonly description?: string;
}

function allowedBy({ keyword, message, parentSchema, propertyName }: ErrorObject): string {
  const description = (parentSchema as Described | undefined)?.description;
  if (keyword === "pattern" && propertyName !== undefined) return `as a key ${description}`;
  // Descriptions of values begin small or with a quote; those of fields say what the field is for.
  const isOfValue = description !== undefined && /^[a-z"]/.test(description);
  if (isOfValue && TOLD_BY_DESCRIPTION.includes(keyword)) return description;
  return (message ?? keyword).replace(/^must /, "it must ");
}

function toAllowed(field: Described | undefined): string {
  return `a value here. ${field?.description ?? ""}`.trim().replace(/\.$/, "");
}

/** "/standing/0/holder" as `standing[0].holder`. */
function toPath(pointer: string): string {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : join(path, part)), "");
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function show(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}
