import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Address, Hex } from "viem";
import type { Terms } from "../../scripts/lib/terms/ParsedTerms.ts";
import protocol from "./Protocol.ts";

/** One program to create. */
export interface ProgramPlan {
  /** Names the module in Ignition's journal, so that an interrupted deployment goes on where it stopped. */
  readonly id: string;
  readonly terms: Terms;
  readonly uri: string;
  readonly salt: Hex;
  /** Test tokens to give out on a development chain. */
  readonly mints: readonly {
    readonly token: Address;
    readonly to: Address;
    readonly amount: bigint;
  }[];
}

/** Creates a program through the factory. */
export function programModule({ id, terms, uri, salt, mints }: ProgramPlan) {
  return buildModule(id, (m) => {
    const { factory } = m.useModule(protocol);
    const create = m.call(factory, "create", [toArgument(terms), uri, salt]);
    const address = m.readEventArgument(create, "ProgramCreated", "program", { emitter: factory });
    for (const [index, { token, to, amount }] of mints.entries()) {
      const contract = m.contractAt("TestToken", token, { id: `Token_${index}` });
      m.call(contract, "mint", [to, amount], { id: `Mint_${index}` });
    }
    return { program: m.contractAt("Program", address), factory };
  });
}

/** Ignition takes arguments that it may keep in its journal: plain objects and arrays of its own types. */
function toArgument(terms: Terms) {
  return {
    ...terms,
    currencies: [...terms.currencies],
    kinds: [...terms.kinds],
    tiers: [...terms.tiers],
    roles: terms.roles.map((role) => ({
      ...role,
      rates: [...role.rates],
      tiers: [...role.tiers],
      tenure: [...role.tenure],
      network: { ...role.network },
      volume: { ...role.volume },
    })),
    standing: terms.standing.map((line) => ({ ...line, rates: [...line.rates] })),
  };
}
