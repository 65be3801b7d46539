import schema from "../../../schema/evidence.schema.json" with { type: "json" };
import { findShapeMistakes } from "../../files/json/findShapeMistakes.ts";
import type { Manifest } from "./Manifest.ts";

/** Reads a manifest as schema/evidence.schema.json describes it. Where it is none that this version knows, says why. */
export function parseManifest(text: string): Manifest | string {
  const parsed = parseJson(text);
  if (typeof parsed === "string") return parsed;
  const { json } = parsed;
  const of = typeof json === "object" && json !== null && "of" in json ? json.of : undefined;
  // By its own kind: what the other one lacks is no mistake of it.
  const mistakes = findShapeMistakes(
    of === "refunds" ? schema.$defs.refunds : schema.$defs.sales,
    json,
  );
  // Safe: the schema has just confirmed the shape.
  if (mistakes.length === 0) return json as Manifest;
  return mistakes
    .map(({ path, found, allowed }) => `${path || "the manifest"}: ${found}; allowed: ${allowed}`)
    .join("; ");
}

/** What the text says; a text where it is no JSON. */
function parseJson(text: string): { readonly json: unknown } | string {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return "no JSON";
  }
}
