import type { ContractFunctionName } from "viem";
import type { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import {
  CURRENCY,
  EVIDENCE,
  GRANT,
  LEAVES_ON,
  LINE,
  PAID_TO,
  PRICE,
  ppm,
  RATE,
  REASON,
  UNTIL,
  VOTER,
  WALLET,
} from "./FIELDS.ts";
import type { Field, Intent } from "./Intent.ts";

/** What nobody signs: creation ends with the one, and the plan calls the other itself. */
type Unsigned = "initialize" | "pushToken";
type Call = Exclude<ContractFunctionName<typeof equityPlanAbi, "nonpayable" | "payable">, Unsigned>;

const POWER: Field = {
  label: "Power",
  format: "enum",
  params: { $ref: "$.metadata.enums.power" },
};
const WAY: Field = { label: "Way", format: "enum", params: { $ref: "$.metadata.enums.way" } };
const READ_AT: Field = { label: "Read about it at", format: "raw" };

/**
 * What a hardware wallet says of a call to an equity plan. A function that is missing here does not compile; a parameter that is
 * neither a field nor hidden is refused when the file is written.
 */
export const PLAN_CALLS: { readonly [Name in Call]: Intent } = {
  sync: { intent: "Share what arrived", fields: { currency: CURRENCY } },
  advance: { intent: "Settle a grant without catching up", fields: { id: GRANT } },
  claim: {
    intent: "Pay a grant's holder what is payable",
    fields: { id: GRANT, currency: CURRENCY },
  },
  claimMany: {
    intent: "Pay many grants' holders what is payable",
    fields: { "ids.[]": GRANT, currency: CURRENCY },
  },
  claimTo: {
    intent: "Have what is payable paid at another address",
    fields: { id: GRANT, currency: CURRENCY, to: PAID_TO },
  },
  claimTreasury: { intent: "Pay the treasury", fields: { currency: CURRENCY } },
  claimTax: { intent: "Pay the tax account", fields: { currency: CURRENCY } },
  grant: {
    intent: "Grant units",
    fields: {
      "list.[].holder": { label: "Holder", format: "addressName", params: { type: "wallet" } },
      "list.[].units": { label: "Units", format: "raw" },
      "list.[].class": { label: "Class", format: "raw" },
      "list.[].start": { label: "Starts", format: "date", params: { encoding: "timestamp" } },
      "list.[].cliff": { label: "Nothing vests before", format: "duration" },
      "list.[].length": { label: "All is vested after", format: "duration" },
      "list.[].step": { label: "Vests in steps of", format: "duration" },
      "list.[].single": ppm("Vests at an exit"),
      "list.[].double": ppm("If dismissed around an exit"),
      "list.[].withholding": RATE,
      "list.[].agreement": { label: "Hash of the agreement", format: "raw" },
    },
  },
  seat: { intent: "Make a grant's units vote", fields: { id: GRANT } },
  pause: { intent: "Stop a grant's clock", fields: { id: GRANT } },
  resume: { intent: "Let a grant's clock run again", fields: { id: GRANT } },
  setWithholding: {
    intent: "Have a part of payments withheld for taxes",
    fields: { id: GRANT, rate: RATE },
  },
  addSource: {
    intent: "Have the plan pull from a standing line",
    fields: {
      program: { label: "Program", format: "addressName", params: { type: "contract" } },
      line: LINE,
    },
  },
  useNonce: { intent: "Make void what you signed with your next nonce", fields: {} },
  resign: { intent: "Resign: give notice", fields: { id: GRANT, date: LEAVES_ON } },
  dismiss: {
    intent: "Dismiss a holder: give notice",
    fields: { id: GRANT, date: LEAVES_ON, reason: REASON },
  },
  dismissForCause: {
    intent: "Decide that a holder leaves for cause",
    fields: { id: GRANT, reason: REASON, evidence: EVIDENCE },
  },
  withdrawLeave: { intent: "Take a leave back", fields: { id: GRANT } },
  finishLeave: { intent: "Book a leave whose date has come", fields: { id: GRANT } },
  lapse: { intent: "Give back what waited for an exit in vain", fields: { id: GRANT } },
  declareExit: { intent: "Announce an exit", fields: { uri: READ_AT } },
  vetoExit: { intent: "Take an announced exit back", fields: {} },
  offer: {
    intent: "Offer a price for all units of a grant",
    fields: { id: GRANT, price: PRICE },
    hidden: ["currency"],
  },
  withdrawOffer: { intent: "Take an offer back", fields: { id: GRANT } },
  acceptOffer: {
    intent: "Sell all units of a grant",
    fields: { id: GRANT, price: PRICE },
    hidden: ["currency"],
  },
  callUnits: { intent: "Call a leaver's units at the plan's price", fields: { id: GRANT } },
  finishCall: { intent: "Give called units back to the plan", fields: { id: GRANT } },
  proposeMove: {
    intent: "Propose to move a grant to another wallet",
    fields: { id: GRANT, to: WALLET },
  },
  cancelMove: { intent: "Cancel a proposed move of a grant", fields: { id: GRANT } },
  finishMove: { intent: "Move a grant to this wallet, as proposed", fields: { id: GRANT } },
  delegate: { intent: "Name who votes with all your units", fields: { delegatee: VOTER } },
  delegateBySig: {
    intent: "Post who votes with another's units",
    fields: { delegatee: { ...VOTER, label: "Votes with them" }, expiry: UNTIL },
    hidden: ["nonce", "v", "r", "s"],
  },
  proposePower: {
    intent: "Propose who is to have a power of the plan",
    fields: { power: POWER, way: WAY, to: { label: "Proposed", format: "addressName" } },
  },
  cancelPower: {
    intent: "Take back who is proposed for a power",
    fields: { power: POWER, way: WAY },
  },
  acceptPower: { intent: "Take a power of the plan", fields: { power: POWER, way: WAY } },
  alive: { intent: "Show that the operator is there", fields: {} },
  actSigned: {
    intent: "Post what somebody else signed",
    fields: {
      signer: { label: "Signed by", format: "addressName", params: { type: "wallet" } },
      deadline: UNTIL,
    },
    hidden: ["act", "signature"],
  },
};
