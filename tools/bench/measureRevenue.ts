import { createBenchProgram } from "./createBenchProgram.ts";
import { type Bench, party, SALE } from "./openBench.ts";

/** Revenue that only standing lines share, from payment to counted. */
export async function measureRevenue(bench: Bench, holders: number): Promise<void> {
  const { operator, token, record, gasOf } = bench;
  const { program, gas } = await createBenchProgram(
    bench,
    `Standing lines, ${holders}`,
    ["direct"],
    [],
    Array.from({ length: holders }, (_, i) => ({
      name: "",
      holder: party(i),
      rate: 1_000_000 / 1_000,
    })),
  );
  record(`deploy a program, ${holders} standing lines`, gas);
  const pay = () => operator.sendTransaction({ to: program.address, value: SALE / 100n });
  await pay();
  record(`revenue, ETH, ${holders} holders`, await gasOf(await pay()));
  const payToken = () => program.write.pay([0, token.address, SALE]);
  await payToken();
  record(`revenue, ERC-20, ${holders} holders`, await gasOf(await payToken()));
}
