import { zeroAddress } from "viem";
import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import type { JsonMistake } from "../../../core/json/JsonMistake.ts";
import { toTerms } from "../../../core/terms/encodeTerms.ts";
import { findOverpayingKinds } from "../../../core/terms/findOverpayingKinds.ts";
import type { ParsedTerms } from "../../../core/terms/ParsedTerms.ts";
import { parseTerms } from "../../../core/terms/parseTerms.ts";
import type { TermsFile } from "../../../core/terms/TermsFile.ts";
import schema from "../../../schema/terms.schema.json" with { type: "json" };
import { mendShape } from "./mendShape.ts";
import { parseJson } from "./parseJson.ts";

/** Of a currency by its symbol. */
type DecimalsOf = (symbol: string) => number;

/** Checks the text of a terms file; refuses it with all its mistakes: of shape, of meaning, and what it could pay out. */
export function parseTermsFile(path: string, text: string, decimalsOf: DecimalsOf): ParsedTerms {
  const { json, mistakes: shape } = parseJson(path, text, schema);
  if (shape.length === 0) {
    // Safe: the schema has just confirmed the shape.
    const { terms, mistakes } = readOn(json as TermsFile, decimalsOf);
    if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
    return terms;
  }
  const mended = mendShape(schema, json);
  if (mended === undefined) throw new JsonFileError(path, shape);
  // Safe: what was mended has the shape.
  const { mistakes } = readOn(mended.json as TermsFile, decimalsOf);
  const others = mistakes.filter(
    (mistake) => !mended.paths.some((place) => concerns(mistake, place)),
  );
  throw new JsonFileError(path, [...shape, ...others]);
}

/** What deployment decides makes no difference to what terms could pay out. */
function readOn(
  file: TermsFile,
  decimalsOf: DecimalsOf,
): { terms: ParsedTerms; mistakes: readonly JsonMistake[] } {
  const { terms, mistakes } = parseTerms(file, decimalsOf);
  const places = mistakes.map((mistake) => mistake.path);
  // What a rate that is none makes of the sum says nothing.
  if (places.includes("ceiling")) return { terms, mistakes };
  const deployment = { account: zeroAddress, time: 0, tokens: new Map() };
  return { terms, mistakes: [...mistakes, ...findOverpayingKinds(toTerms(terms, deployment))] };
}

/** Whether a mistake may come of what stands in at a place. */
function concerns({ path, found }: JsonMistake, place: string): boolean {
  const isOne = path === place || isIn(path, place) || isIn(place, path);
  return isOne || (place === "kinds" && found.startsWith("the unknown kind"));
}

function isIn(path: string, place: string): boolean {
  return path.startsWith(`${place}.`) || path.startsWith(`${place}[`);
}
