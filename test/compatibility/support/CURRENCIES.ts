import type { Token } from "./openDeal.ts";
import { openUsdc, openWeth } from "./openTokens.ts";
import type { World } from "./openWorld.ts";

export interface CurrencyKind {
  /** As docs/compatibility.md has it. */
  readonly name: string;
  open(world: World): Promise<Token>;
}

/** Every token that the tests deploy. */
export const CURRENCIES: readonly CurrencyKind[] = [
  { name: "USDC 2.2", open: openUsdc },
  { name: "WETH9", open: openWeth },
];
