import { measureGas } from "./measureGas.ts";
import { printGasTable } from "./printGasTable.ts";

// `npm run bench:gas`.

printGasTable(await measureGas());
