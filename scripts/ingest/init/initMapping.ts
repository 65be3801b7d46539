import { basename } from "node:path";
import type { Row } from "../../files/table/Row.ts";
import { readTable } from "../../files/table/readTable.ts";
import type { ColumnMap } from "../mapping/ColumnMap.ts";
import { keptFieldsOf } from "../mapping/keptFieldsOf.ts";
import { NO_MAPPING } from "../mapping/Mapping.ts";
import { readInputs } from "../readInputs.ts";
import type { DraftedMapping } from "./DraftedMapping.ts";
import { draftMapping } from "./draftMapping.ts";
import { guessMap } from "./guessMap.ts";
import { lookAt } from "./lookAt.ts";

export interface InitMappingParameters {
  /** Files, and folders whose files are all read. */
  readonly paths: readonly string[];
  /** The program's currency. */
  readonly currency: string;
  /** The zone of times that name none. */
  readonly zone: string;
  readonly onFile: (file: string, what: string) => void;
}

/** Drafts a mapping from a look at files. */
export async function initMapping(parameters: InitMappingParameters): Promise<DraftedMapping> {
  const { paths, currency, zone, onFile } = parameters;
  const guessed: ColumnMap[] = [];
  const mapOf = async (row: Row): Promise<ColumnMap | undefined> => {
    const known = guessed.find(({ columns }) => columns.flat().every((name) => row.has(name)));
    if (known !== undefined) return known;
    const rows = await readTable(row.file, { required: [], open: true });
    const statesOf = (column: string) => [...new Set(rows.map((one) => one.get(column)))];
    const map = guessMap(basename(row.file), row.names(), statesOf);
    if (map !== undefined) guessed.push(map);
    return map;
  };
  const inputs = await readInputs({ paths, keep: keptFieldsOf(NO_MAPPING), zone, onFile, mapOf });
  return draftMapping(lookAt(inputs), currency, guessed);
}
