import { createHmac } from "node:crypto";
import { readSalt } from "../files/readSalt.ts";
import { keptFieldsOf } from "./mapping/keptFieldsOf.ts";
import { readMapping } from "./mapping/readMapping.ts";
import { type Prepared, prepareInputs } from "./prepare/prepareInputs.ts";
import { writePrepared } from "./prepare/writePrepared.ts";
import { readInputs } from "./readInputs.ts";
import { readRules } from "./rules/readRules.ts";

export interface PrepareFilesParameters {
  /** Files, and folders whose files are all read. */
  readonly paths: readonly string[];
  readonly mapping: string | undefined;
  readonly rules: string | undefined;
  /** Seconds by which clocks may differ. */
  readonly skew: number;
  /** The zone of times in Stripe's files that do not say theirs. */
  readonly zone: string;
  readonly saltFile: string | undefined;
  /** The folder to write into. */
  readonly out: string;
  readonly onFile: (file: string, what: string) => void;
}

/** Makes files into touchpoints.csv, sales.csv and refunds.csv, and excluded.csv and review.csv of what is not among them. */
export async function prepareFiles(parameters: PrepareFilesParameters): Promise<Prepared> {
  const { paths, skew, zone, saltFile, out, onFile } = parameters;
  const mapping = await readMapping(parameters.mapping);
  const rules = await readRules(parameters.rules);
  const hide = await hidingBy(saltFile);
  const { sources: maps = [] } = mapping;
  const inputs = await readInputs({ paths, maps, keep: keptFieldsOf(mapping), zone, onFile });
  const prepared = prepareInputs(inputs, { mapping, rules, skew });
  await writePrepared(out, prepared, hide);
  return prepared;
}

/** With a salt nobody can tell the customers from what is written, and the same customer stays the same. */
async function hidingBy(file: string | undefined): Promise<(name: string) => string> {
  if (file === undefined) return (name) => name;
  const salt = await readSalt(file);
  return (name) => createHmac("sha256", salt).update(name).digest("hex");
}
