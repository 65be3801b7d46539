import type { Inputs } from "../facts/Inputs.ts";
import type { KeptFields } from "../facts/KeptFields.ts";
import type { ColumnNames } from "../mapping/ColumnMap.ts";

export interface ReadOptions {
  readonly keep: KeptFields;
  /** The zone of times in Stripe's files that do not say theirs. */
  readonly zone: string;
}

/** A kind of file that inputs come from. */
export type InputSource = KnownSource & (ReadAlone | ReadTogether);

interface KnownSource {
  /** What a file of it is called. */
  readonly what: string;
  /** By what it is known: columns that a table has, of some the one or the other, or how the name of any other file ends. */
  readonly known:
    | { readonly columns: readonly ColumnNames[] }
    | { readonly endings: readonly string[] };
}

interface ReadAlone {
  /** Adds what a file tells. */
  readonly read: (file: string, inputs: Inputs, options: ReadOptions) => unknown;
}

interface ReadTogether {
  /** Adds what files tell of which one may change what another says. */
  readonly readTogether: (
    files: readonly string[],
    inputs: Inputs,
    options: ReadOptions,
  ) => unknown;
}
