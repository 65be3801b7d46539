import { type Hex, zeroHash } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";
import { FOR_MILESTONES } from "../../core/ledger/lineEvents.ts";
import { hashTerms } from "../../core/terms/hashTerms.ts";
import { encodeCall, type Name } from "./encodeCall.ts";
import { encodePost, IDS, POWER, REMEDY, type Subject, saleOf, WAY } from "./openSubject.ts";
import { signClaimTo } from "./signClaimTo.ts";
import { signJoin } from "./signJoin.ts";

/** Powers and the ways in which they are proposed, in the order of the table of powers. */
const PROPOSALS = [
  [POWER.operator, WAY.handOver],
  [POWER.operator, WAY.joint],
  [POWER.operator, WAY.notice],
  [POWER.attributor, WAY.handOver],
  [POWER.standby, WAY.handOver],
  [POWER.arbiter, WAY.handOver],
  [POWER.arbiter, WAY.joint],
  [POWER.arbiter, WAY.notice],
  [POWER.guardian, WAY.handOver],
  [POWER.guardian, WAY.joint],
] as const;

/** The allowance is given already. */
const NO_PERMIT = { deadline: 0n, v: 0, r: zeroHash, s: zeroHash } as const;

/**
 * The data of calls that succeed for whoever may make them: of each function one per permission, in
 * their order.
 */
export async function callsOf({ chain, quiet, terms, amended, shown }: Subject) {
  const { wallet } = chain;
  const [token = "0x"] = chain.tokens;
  const partner = wallet.partner.account.address;
  const stranger = wallet.stranger.account.address;
  const customer = wallet.customer.account.address;
  const claimTo = { party: partner, currency: ETHER, to: stranger, deadline: 2n ** 64n } as const;
  const message = { ...claimTo, nonce: 0n };
  const own = await signClaimTo(wallet.partner, quiet, message);
  const forged = await signClaimTo(wallet.stranger, quiet, message);
  const redirected = encodeCall("claimTo", [partner, ETHER, stranger]);
  const refund = { sale: shown.held, id: IDS.fresh, tag: 0n, amount: 1n, reason: "" };
  const none = { id: IDS.late, head: 0n, words: [], proof: [] };
  const sales = [saleOf(IDS.fresh), saleOf(IDS.paid, customer)];
  const newcomer = { wallet: stranger, name: "", tier: 0, joined: 1, referrer: 0 };
  const stood = [shown.disputed, ""] as const;
  const joining = { ...newcomer, termsHash: hashTerms(terms), nonce: 0n, deadline: 2n ** 64n };
  const joined = await signJoin(wallet.stranger, quiet, joining);
  const data: Record<Name, readonly Hex[]> = {
    post: [await encodePost(chain, quiet, sales)],
    openLane: [encodeCall("openLane", [2n, 1])],
    refund: [encodeCall("refund", [[refund], zeroHash])],
    dispute: [encodeCall("dispute", [partner, shown.held, 0n, "", zeroHash])],
    upholdSale: [encodeCall("upholdSale", stood)],
    voidSale: [encodeCall("voidSale", stood)],
    reattributeSale: [encodeCall("reattributeSale", [shown.disputed, [1n], ""])],
    closeDispute: [encodeCall("closeDispute", [shown.overdue])],
    voidDuplicate: [encodeCall("voidDuplicate", shown.twice)],
    enroll: [encodeCall("enroll", [[newcomer]])],
    enrollSigned: [encodeCall("enrollSigned", [newcomer, joining.deadline, joined])],
    accept: [encodeCall("accept", [partner, joining.termsHash])],
    leaveProgram: [encodeCall("leaveProgram", [partner, ""])],
    returnToProgram: [encodeCall("returnToProgram", [partner, ""])],
    setTier: [encodeCall("setTier", [1n, 0, ""])],
    setStatus: [encodeCall("setStatus", [1n, 2, ""])],
    attest: [encodeCall("attest", [1n, 70, zeroHash])],
    graduate: [encodeCall("graduate", [1n, 1, ETHER])],
    reachMilestone: [encodeCall("reachMilestone", [1n, 0n, ETHER])],
    countProgress: [encodeCall("countProgress", [1n, ETHER])],
    setWithholding: [encodeCall("setWithholding", [partner, 1])],
    setRecovery: [encodeCall("setRecovery", [partner, customer])],
    cancelRecovery: [encodeCall("cancelRecovery", [partner])],
    proposeMove: [encodeCall("proposeMove", [partner, stranger])],
    cancelMove: [encodeCall("cancelMove", [partner])],
    finishMove: [encodeCall("finishMove", [partner])],
    withdrawFunds: [encodeCall("withdrawFunds", [ETHER, 1n])],
    fund: [encodeCall("fund", [ETHER, 1n])],
    fundWithPermit: [encodeCall("fundWithPermit", [token, 1n, NO_PERMIT])],
    payWithPermit: [encodeCall("payWithPermit", [0, token, 1n, NO_PERMIT])],
    paySaleWithPermit: [encodeCall("paySaleWithPermit", [IDS.fresh, 0, token, 1n, NO_PERMIT])],
    pay: [encodeCall("pay", [0, ETHER, 1n])],
    paySale: [encodeCall("paySale", [IDS.fresh, 0, ETHER, 1n])],
    releasePayment: [encodeCall("releasePayment", [IDS.late, customer, none])],
    sync: [encodeCall("sync", [ETHER])],
    claim: [encodeCall("claim", [partner, ETHER])],
    claimMany: [encodeCall("claimMany", [[partner], ETHER])],
    claimTo: [redirected],
    actSigned: [own, forged].map((signature) =>
      encodeCall("actSigned", [partner, redirected, claimTo.deadline, signature]),
    ),
    claimLine: [encodeCall("claimLine", [0n, ETHER])],
    settleLine: [encodeCall("settleLine", [0n, ETHER])],
    claimResidual: [encodeCall("claimResidual", [ETHER, 10n])],
    addReserve: [encodeCall("addReserve", [FOR_MILESTONES, ETHER, 1n])],
    announceWithdrawal: [encodeCall("announceWithdrawal", [ETHER, 1n])],
    payMilestone: [encodeCall("payMilestone", [1n, 0n])],
    withdrawReserve: [encodeCall("withdrawReserve", [FOR_MILESTONES, ETHER, 1n])],
    agreeExit: [encodeCall("agreeExit", [0n, true])],
    offerBuyout: [encodeCall("offerBuyout", [0n, ETHER, 1n])],
    withdrawBuyout: [encodeCall("withdrawBuyout", [0n])],
    acceptBuyout: [encodeCall("acceptBuyout", [0n, ETHER, 1n])],
    giveNotice: [encodeCall("giveNotice", [0n, REMEDY.end, "", zeroHash])],
    withdrawNotice: [encodeCall("withdrawNotice", [0n])],
    executeNotice: [encodeCall("executeNotice", [0n])],
    resumeLine: [encodeCall("resumeLine", [1n])],
    proposeAmendment: [encodeCall("proposeAmendment", [amended, "", zeroHash])],
    consent: [encodeCall("consent", [0n, hashTerms(amended)])],
    withdrawAmendment: [encodeCall("withdrawAmendment", [])],
    useNonce: [encodeCall("useNonce", [])],
    pushToken: [encodeCall("pushToken", [ETHER, partner, 1n, 1n])],
    initialize: [encodeCall("initialize", [""])],
    proposePower: PROPOSALS.map((way) => encodeCall("proposePower", [...way, customer])),
    cancelPower: PROPOSALS.map((way) => encodeCall("cancelPower", way)),
    acceptPower: [encodeCall("acceptPower", [POWER.arbiter, WAY.handOver])],
    appointStandby: [encodeCall("appointStandby", [])],
    removeAttributor: [encodeCall("removeAttributor", [])],
    resetLimits: [encodeCall("resetLimits", [])],
    suspendArbiter: [encodeCall("suspendArbiter", [])],
    alive: [encodeCall("alive", [])],
  };
  return data;
}
