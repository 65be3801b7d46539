import type { Program } from "../../chain/openProgram.ts";
import { readNames } from "./readNames.ts";
import type { ColumnType, Row } from "./TABLES.ts";

interface Dimension {
  readonly columns: readonly (readonly [name: string, type: ColumnType])[];
  /** Of a database's table. */
  readonly key: string;
  readonly rowsOf: (program: Program) => Row[];
}

const PROGRAM = [
  ["chain_id", "integer"],
  ["program", "text"],
] as const;

/** The tables that say what numbers and addresses in the others stand for. They are written anew each time. */
export const DIMENSIONS: Readonly<Record<"names" | "currencies", Dimension>> = {
  names: {
    columns: [...PROGRAM, ["what", "text"], ["number", "integer"], ["name", "text"]],
    key: "PRIMARY KEY (chain_id, program, what, number)",
    rowsOf: (program) =>
      readNames(program).map(({ what, number, name }) => [
        ...keyOf(program),
        ...[what, `${number}`, name],
      ]),
  },
  currencies: {
    columns: [...PROGRAM, ["address", "text"], ["symbol", "text"], ["decimals", "integer"]],
    key: "PRIMARY KEY (chain_id, program, address)",
    rowsOf: (program) =>
      program.currencies.map(({ address, symbol, decimals }) => [
        ...keyOf(program),
        ...[address, symbol, `${decimals}`],
      ]),
  },
};

function keyOf({ chain, address }: Program): Row {
  return [`${chain.chainId}`, address];
}
