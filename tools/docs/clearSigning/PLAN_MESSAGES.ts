import type { PlanActName } from "../../../core/signing/PLAN_ACTS.ts";
import {
  CURRENCY,
  GRANT,
  LEAVES_ON,
  PAID_TO,
  PRICE,
  RATE,
  UNTIL,
  VOTER,
  WALLET,
} from "./FIELDS.ts";
import type { Intent } from "./Intent.ts";
import { sign } from "./sign.ts";

/**
 * What a hardware wallet says of an act that a holder of an equity plan signs for others to post, and of OpenZeppelin's signed
 * delegation. One that is missing here does not compile; a field that is neither shown nor hidden is refused when the file is written.
 */
export const PLAN_MESSAGES: Readonly<Record<PlanActName | "delegateBySig", Intent>> = {
  claimTo: sign("Have what is payable paid at another address", {
    ...{ id: GRANT, currency: CURRENCY, to: PAID_TO },
  }),
  setWithholding: sign("Have a part of payments withheld for taxes", { id: GRANT, rate: RATE }),
  resign: sign("Resign: give notice", { id: GRANT, date: LEAVES_ON }),
  withdrawLeave: sign("Take a leave back", { id: GRANT }),
  acceptOffer: sign("Sell all units of a grant", { id: GRANT, price: PRICE }, ["currency"]),
  proposeMove: sign("Propose to move a grant to another wallet", { id: GRANT, to: WALLET }),
  cancelMove: sign("Cancel a proposed move of a grant", { id: GRANT }),
  finishMove: sign("Move a grant to this wallet, as proposed", { id: GRANT }),
  delegate: sign("Name who votes with all your units", { delegatee: VOTER }),
  delegateBySig: {
    intent: "Name who votes with all your units",
    fields: { delegatee: VOTER, expiry: UNTIL },
    hidden: ["nonce"],
  },
};
