import { dirname, resolve } from "node:path";
import { JsonFileError } from "../../../core/json/JsonFileError.ts";
import type { JsonMistake } from "../../../core/json/JsonMistake.ts";
import { foldText } from "../../../core/text/foldText.ts";
import { parseTime, TIME_FORMAT } from "../../../core/text/parseTime.ts";
import schema from "../../../schema/mapping.schema.json" with { type: "json" };
import { readJsonFile } from "../../files/json/readJsonFile.ts";
import { readRates } from "../../files/rates/readRates.ts";
import { findCurrencyMistakes } from "./findCurrencyMistakes.ts";
import { linkValue } from "./linkValue.ts";
import { type Mapping, NO_MAPPING } from "./Mapping.ts";

/** As it is written: rates are a file's path, from the mapping's folder. */
export type WrittenMapping = Omit<Mapping, "rates"> & { readonly rates?: string };

/** Reads a mapping file, and refuses it with every mistake in it. */
export async function readMapping(path: string | undefined): Promise<Mapping> {
  if (path === undefined) return NO_MAPPING;
  const { rates, ...mapping } = await readJsonFile<WrittenMapping>(path, schema);
  const { codes = [], deals = [] } = mapping;
  const times: [string, string | undefined][] = [
    ...codes.flatMap((code, index): [string, string | undefined][] => [
      [`codes[${index}].from`, code.from],
      [`codes[${index}].until`, code.until],
    ]),
    ...deals.flatMap((deal, index): [string, string][] => [
      [`deals[${index}].registered`, deal.registered],
      [`deals[${index}].expires`, deal.expires],
    ]),
  ];
  const mistakes = [
    ...findTwoPartners(mapping),
    ...findCurrencyMistakes(mapping.currencies ?? {}, rates !== undefined),
    ...times.flatMap(([place, text]) =>
      text === undefined || parseTime(text) !== undefined
        ? []
        : [{ path: place, found: `"${text}"`, allowed: TIME_FORMAT }],
    ),
  ];
  if (mistakes.length > 0) throw new JsonFileError(path, mistakes);
  return rates === undefined
    ? mapping
    : { ...mapping, rates: await readRates(resolve(dirname(path), rates)) };
}

/** Values of one link that compare as equal have to be of one partner. */
function findTwoPartners({ links = [] }: Mapping): JsonMistake[] {
  return links.flatMap((link, index) => {
    if (!("partners" in link)) return [];
    const known = new Map<string, { readonly value: string; readonly partner: string }>();
    return Object.entries(link.partners).flatMap(([value, partner]) => {
      const first = known.get(linkValue(value));
      if (first === undefined) known.set(linkValue(value), { value, partner });
      if (first === undefined || foldText(first.partner) === foldText(partner)) return [];
      return [
        {
          path: `links[${index}].partners.${value}`,
          found: `"${partner}", while "${first.value}" is of "${first.partner}"`,
          allowed: "one partner for values that differ in case or signs alone",
        },
      ];
    });
  });
}
