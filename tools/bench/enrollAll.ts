import type { Address } from "viem";
import type { BenchProgram } from "./createBenchProgram.ts";

const AT_ONCE = 50;

/** Enrolls partners by their wallets. */
export async function enrollAll({ program }: BenchProgram, wallets: readonly Address[]) {
  for (let i = 0; i < wallets.length; i += AT_ONCE) {
    const enrollments = wallets
      .slice(i, i + AT_ONCE)
      .map((wallet, k) => ({ wallet, name: `partner ${i + k}`, tier: 0, joined: 1, referrer: 0 }));
    await program.write.enroll([enrollments]);
  }
}
