import schema from "../../../schema/evidence.schema.json" with { type: "json" };
import { findShapeMistakes } from "../json/findShapeMistakes.ts";
import type { Manifest } from "./Manifest.ts";

/** Reads a manifest as schema/evidence.schema.json describes it. Where it is none that this version knows, says why. */
export function parseManifest(text: string): Manifest | string {
  const json = parseJson(text);
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

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
