import type { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Address } from "viem";

/** Test tokens to give out on a development chain. */
export interface Mint {
  readonly token: Address;
  readonly to: Address;
  readonly amount: bigint;
}

type Builder = Parameters<Parameters<typeof buildModule>[1]>[0];

/** Gives test tokens out. */
export function mintTokens(m: Builder, mints: readonly Mint[]): void {
  for (const [index, { token, to, amount }] of mints.entries()) {
    const contract = m.contractAt("TestToken", token, { id: `Token_${index}` });
    m.call(contract, "mint", [to, amount], { id: `Mint_${index}` });
  }
}
