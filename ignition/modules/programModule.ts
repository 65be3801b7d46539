import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Hex } from "viem";
import type { Terms } from "../../core/deal/Terms.ts";
import { type Mint, mintTokens } from "./mintTokens.ts";
import protocol from "./Protocol.ts";

/** Standing lines in one page, as the contracts pack them. */
export const LINES_PER_PAGE = 480;

/** One program to create. */
export interface ProgramPlan {
  /** Names the module in Ignition's journal, so that an interrupted deployment goes on where it stopped. */
  readonly id: string;
  readonly terms: Terms;
  readonly uri: string;
  readonly salt: Hex;
  readonly mints: readonly Mint[];
}

/** Creates a program through the factory. */
export function programModule({ id, terms, uri, salt, mints }: ProgramPlan) {
  return buildModule(id, (m) => {
    const { factory, validator } = m.useModule(protocol);
    const argument = toArgument(terms);
    const pages = Math.ceil(terms.standing.length / LINES_PER_PAGE);
    // One transaction holds one page; where there are more they are published ahead.
    const published = Array.from({ length: pages > 1 ? pages : 0 }, (_, page) =>
      m.call(validator, "publish", [argument, page], { id: `Page_${page}` }),
    );
    const create = m.call(factory, "create", [argument, uri, salt], { after: published });
    const address = m.readEventArgument(create, "ProgramCreated", "program", { emitter: factory });
    mintTokens(m, mints);
    return { program: m.contractAt("Program", address), factory };
  });
}

type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> };

/** Ignition takes arguments that it may keep in its journal. Safe: the copy is nobody else's. */
function toArgument(terms: Terms): Mutable<Terms> {
  return structuredClone(terms) as Mutable<Terms>;
}
