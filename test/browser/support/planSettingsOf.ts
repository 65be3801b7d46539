import type { Address } from "viem";
import { ETHER } from "../../../core/currency/ETHER.ts";
import type { PlanSettings } from "../../../core/equity/PlanSettings.ts";
import { accountAt } from "./accountAt.ts";
import { DAY, type Rename } from "./termsOf.ts";
import { ACTORS } from "./World.ts";

/** A plan of two currencies and two classes, whose treasury has what is not granted. */
export function planSettingsOf(token: Address, start: number, rename: Rename): PlanSettings {
  const wallet = (index: number): Address => accountAt(index).address;
  return {
    // At most 64 bytes.
    name: rename("Fernwood").slice(0, 60),
    operator: wallet(ACTORS.operator),
    arbiter: wallet(ACTORS.arbiter),
    guardian: wallet(ACTORS.moderators),
    treasury: wallet(ACTORS.treasury),
    taxAccount: wallet(ACTORS.tax),
    ...{ authorised: 200_000n, restToTreasury: true, restClass: 0, flow: false },
    currencies: [token, ETHER],
    hurdles: [
      [0n, 0n],
      [50_000n, 5_000_000_000_000n],
    ],
    ...{ resignLoss: 200_000, causeLoss: 1_000_000, window: 365 * DAY, notice: 30 * DAY },
    ...{ pauseLimit: 90 * DAY, callWindow: 180 * DAY, multiple: 3_000_000 },
    ...{ start, period: 30 * DAY, handover: DAY, move: 30 * DAY, silence: 0 },
  };
}
