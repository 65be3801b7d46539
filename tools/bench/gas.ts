import { measureGas } from "./measureGas.ts";
import { measureGrowth } from "./measureGrowth.ts";
import { openBench } from "./openBench.ts";
import { printGasTable } from "./printGasTable.ts";
import { printGrowth } from "./printGrowth.ts";

// `npm run bench:gas`.

printGasTable(await measureGas());
const bench = await openBench();
printGrowth(await measureGrowth(bench));
await bench.connection.close();
