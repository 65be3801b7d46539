import type { Address } from "viem";
import { createBenchProgram } from "./createBenchProgram.ts";
import { type Bench, PERIOD, party, SALE } from "./openBench.ts";

/** Revenue that only standing lines share, from creation to the money in a holder's wallet. */
export async function measureHolders(bench: Bench, holders: number): Promise<void> {
  const { currencies, gasOf, networkHelpers, operator, record, token } = bench;
  const lines = Array.from({ length: holders }, (_, i) => ({
    ...{ name: "", holder: party(i) },
    rate: 1_000_000 / 1_000,
  }));
  const name = `Standing lines, ${holders}`;
  const { program, gas } = await createBenchProgram(bench, name, ["direct"], [], lines);
  record(`create a program, ${holders} standing lines`, gas);

  const receive = (currency: Address) =>
    currency === token.address
      ? program.write.pay([0, currency, SALE])
      : operator.sendTransaction({ to: program.address, value: SALE / 100n });
  const claim = (line: number, currency: Address) =>
    program.write.claimLine([BigInt(line), currency]);
  const first = { line: 0, wallet: party(0) };
  await networkHelpers.setBalance(first.wallet, 10n ** 18n);
  for (const [, currency] of currencies) await receive(currency);
  for (const [, currency] of currencies) {
    record(
      `receive, ${nameOf(bench, currency)}, ${holders} lines`,
      await gasOf(await receive(currency)),
    );
  }
  if (holders > 100) return;
  // Claimed once before, and a period's revenue to claim since.
  for (let period = 0; period < 2; period += 1) {
    await networkHelpers.time.increase(2 * PERIOD);
    for (const [, currency] of currencies) {
      const gas = await gasOf(await claim(first.line, currency));
      if (period === 1)
        record(`claim of a line, ${nameOf(bench, currency)}, ${holders} lines`, gas);
      await receive(currency);
    }
  }
}

function nameOf({ token }: Bench, currency: Address): string {
  return currency === token.address ? "ERC-20" : "ETH";
}
