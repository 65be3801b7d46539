import { measurePaymentSplitter } from "./measurePaymentSplitter.ts";
import { measureRevenue } from "./measureRevenue.ts";
import { measureSales } from "./measureSales.ts";
import { openBench } from "./openBench.ts";
import { printGasTable } from "./printGasTable.ts";

// Measures what each operation costs: one transaction each, every slot cold at its start, an 18-decimals OpenZeppelin ERC-20,
// steady state (accounts and balances exist, a period's slots were written before). OpenZeppelin's PaymentSplitter runs beside.

const bench = await openBench();
for (const holders of [2, 100, 1_000]) await measureRevenue(bench, holders);
await measureSales(bench);
await measurePaymentSplitter(bench);
printGasTable(bench.rows);
await bench.connection.close();
