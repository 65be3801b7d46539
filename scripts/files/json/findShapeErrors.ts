import { Ajv2020, type ErrorObject } from "ajv/dist/2020.js";

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false });

/** Where parsed JSON departs from a schema, as ajv tells it, which keeps each schema compiled. */
export function findShapeErrors(schema: object, json: unknown): ErrorObject[] {
  const validate = ajv.compile(schema);
  if (validate(json)) return [];
  const errors = validate.errors ?? [];
  // A failed `oneOf` says all there is to say about its place; its branches only add noise.
  const whole = errors
    .filter(({ keyword }) => keyword === "oneOf")
    .map((error) => error.instancePath);
  return errors.filter(({ keyword, instancePath }) => {
    if (keyword === "propertyNames") return false;
    return keyword === "oneOf" || !whole.some((path) => isWithin(instancePath, path));
  });
}

function isWithin(path: string, parent: string): boolean {
  return path === parent || path.startsWith(`${parent}/`);
}
