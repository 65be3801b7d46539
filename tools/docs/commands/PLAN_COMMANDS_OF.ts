import type { ContractFunctionName } from "viem";
import type { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import type { Without } from "./COMMANDS_OF.ts";

type Writing = ContractFunctionName<typeof equityPlanAbi, "nonpayable" | "payable">;

/** By which commands each function of an equity plan that changes something is called. One that is missing does not compile. */
export const PLAN_COMMANDS_OF: Record<Writing, readonly string[] | Without> = {
  acceptOffer: ["equity accept"],
  acceptPower: ["equity power"],
  actSigned: ["acts post"],
  addSource: ["equity source"],
  advance: ["equity sync"],
  alive: ["equity alive"],
  callUnits: ["equity call"],
  cancelMove: ["equity move"],
  cancelPower: ["equity power"],
  claim: ["equity claim"],
  claimMany: ["equity claim"],
  claimTax: ["equity claim"],
  claimTo: ["equity claim"],
  claimTreasury: ["equity claim"],
  declareExit: ["equity exit"],
  delegate: ["equity vote"],
  delegateBySig: {
    why: "`acts post` posts what `equity vote --sign` wrote, as all that is signed",
  },
  dismiss: ["equity dismiss"],
  dismissForCause: ["equity dismiss"],
  finishCall: ["equity call"],
  finishLeave: ["equity finish-leave"],
  finishMove: ["equity move"],
  grant: ["equity grant"],
  initialize: { why: "the factory calls it as it creates the plan, and nobody after" },
  lapse: ["equity finish-leave"],
  offer: ["equity offer"],
  pause: ["equity pause"],
  proposeMove: ["equity move"],
  proposePower: ["equity power"],
  pushToken: { why: "the plan calls itself, to undo one payment of many" },
  resign: ["equity resign"],
  resume: ["equity resume"],
  seat: ["equity vote"],
  setWithholding: ["equity withhold"],
  sync: ["equity sync", "equity claim"],
  useNonce: ["equity unsign"],
  vetoExit: ["equity exit"],
  withdrawLeave: ["equity resign", "equity dismiss"],
  withdrawOffer: ["equity offer"],
};
