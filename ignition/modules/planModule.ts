import { buildModule } from "@nomicfoundation/hardhat-ignition/modules";
import type { Hex } from "viem";
import type { PlanSettings } from "../../core/equity/PlanSettings.ts";
import equityProtocol from "./EquityProtocol.ts";
import { type Mint, mintTokens } from "./mintTokens.ts";

/** One equity plan to create. */
export interface NewPlan {
  /** Names the module in Ignition's journal, so that an interrupted creation goes on where it stopped. */
  readonly id: string;
  readonly settings: PlanSettings;
  readonly uri: string;
  readonly salt: Hex;
  readonly mints: readonly Mint[];
}

/** Creates an equity plan through the factory. */
export function planModule({ id, settings, uri, salt, mints }: NewPlan) {
  return buildModule(id, (m) => {
    const { factory } = m.useModule(equityProtocol);
    // Ignition takes arguments that it may keep in its journal. Safe: the copies are nobody else's.
    const currencies = [...settings.currencies];
    const hurdles = settings.hurdles.map((list) => [...list]);
    const create = m.call(factory, "create", [{ ...settings, currencies, hurdles }, uri, salt]);
    const address = m.readEventArgument(create, "PlanCreated", "plan", { emitter: factory });
    mintTokens(m, mints);
    return { plan: m.contractAt("EquityPlan", address), factory };
  });
}
