import type { Bench } from "./openBench.ts";
import type { Saas } from "./openSaas.ts";

/** Pays every partner what it can claim. */
export async function claimAll({ currencies }: Bench, { program, wallets }: Saas): Promise<void> {
  for (const currency of currencies) {
    for (let i = 0; i < wallets.length; i += 100)
      await program.write.claimMany([wallets.slice(i, i + 100), currency]);
  }
}
