import type { KeptFields } from "../../facts/KeptFields.ts";
import type { ColumnMap } from "../../mapping/ColumnMap.ts";
import type { AmountForm } from "./AmountForm.ts";

/** What all rows of a file are read by. */
export interface MappedFile {
  readonly map: ColumnMap;
  readonly form: AmountForm;
  readonly keep: KeptFields;
  /** The zone of times that name none. */
  readonly zone: string;
}
