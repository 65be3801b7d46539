import { type Address, zeroAddress } from "viem";
import type { Program } from "../openProgram.ts";
import { readPartners } from "../partners/readPartners.ts";

/** Everyone whom a program pays by name: partners, pools, holders of standing lines, the treasury and the tax account. */
export async function partiesOf(program: Program): Promise<Map<Address, string>> {
  const { standing, pools, treasury, rules } = program.terms;
  const parties = new Map<Address, string>();
  for (const { wallet, name } of await readPartners(program)) parties.set(wallet, name);
  const others = [
    ...[...pools, ...standing].map(({ holder, name }) => [holder, name] as const),
    [treasury, "treasury"] as const,
    [rules.taxAccount, "tax account"] as const,
  ];
  for (const [address, name] of others) {
    if (address !== zeroAddress && !parties.has(address)) parties.set(address, name);
  }
  return parties;
}
