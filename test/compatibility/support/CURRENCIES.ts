import { isInstalled, SUPERFLUID } from "../../../tools/optional/OptionalTool.ts";
import type { Token } from "./openDeal.ts";
import { openSuperToken } from "./openSuperToken.ts";
import { openUsdc, openWeth } from "./openTokens.ts";
import type { World } from "./openWorld.ts";

export interface CurrencyKind {
  /** As docs/compatibility.md has it. */
  readonly name: string;
  open(world: World): Promise<Token>;
  /** Whether what deploys it passes the limits of code and of a transaction's gas. */
  readonly unlimited: boolean;
}

/** Every token that the tests deploy. */
export const CURRENCIES: readonly CurrencyKind[] = [
  { name: "USDC 2.2", open: openUsdc, unlimited: false },
  { name: "WETH9", open: openWeth, unlimited: false },
  ...(isInstalled(SUPERFLUID)
    ? [{ name: "Superfluid SuperToken", open: openSuperToken, unlimited: true }]
    : []),
];
