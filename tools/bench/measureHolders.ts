import type { Address } from "viem";
import { benchLine, createBenchProgram } from "./createBenchProgram.ts";
import { type Bench, nameOf, PERIOD, party, SALE } from "./openBench.ts";

/** Revenue that only standing lines share, from creation to the money in a holder's wallet. */
export async function measureHolders(bench: Bench, holders: number): Promise<void> {
  const { currencies, measure, networkHelpers, operator, record, token } = bench;
  const standing = Array.from({ length: holders }, (_, i) =>
    benchLine(1, { holder: party(i), rate: 1_000_000 / 1_000 }),
  );
  const name = `Standing lines, ${holders}`;
  const created = await createBenchProgram(bench, { name, kinds: ["direct"], roles: [], standing });
  const { program, creation, gas, codeBytes } = created;
  if (holders > 480) record(`create a program, ${holders} standing lines`, gas);
  else await measure(`create a program, ${holders} standing lines`, creation, { codeBytes });

  const receive = (currency: Address) =>
    currency === token.address
      ? program.write.pay([0, currency, SALE])
      : operator.sendTransaction({ to: program.address, value: SALE / 100n });
  const claim = (line: number, currency: Address) =>
    program.write.claimLine([BigInt(line), currency]);
  const first = { line: 0, wallet: party(0) };
  await networkHelpers.setBalance(first.wallet, 10n ** 18n);
  for (const currency of currencies) await receive(currency);
  for (const currency of currencies) {
    const operation = `receive, ${nameOf(currency)}, ${holders} lines`;
    await measure(operation, await receive(currency));
  }
  if (holders > 100) return;
  // Claimed once before, and a period's revenue to claim since.
  for (let period = 0; period < 2; period += 1) {
    await networkHelpers.time.increase(2 * PERIOD);
    for (const currency of currencies) {
      const hash = await claim(first.line, currency);
      if (period === 1)
        await measure(`claim of a line, ${nameOf(currency)}, ${holders} lines`, hash);
      await receive(currency);
    }
  }
}
