import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  encodeFunctionData,
  type Hex,
  zeroHash,
} from "viem";
import { programAbi } from "../../generated/abis.ts";
import { hashTerms } from "../../scripts/lib/terms/hashTerms.ts";
import type { PROGRAM_PERMISSIONS } from "../../scripts/roles/permissions.ts";
import { ETHER, IDS, type Subject, saleOf } from "./openSubject.ts";
import { signClaimTo } from "./signClaimTo.ts";
import { signJoin } from "./signJoin.ts";

/** `Remedy`. */
const REMEDY = { end: 2 } as const;

const OPERATOR_ROLE: Hex = zeroHash;

/**
 * The data of calls that succeed for whoever may make them: of each function one per permission, in
 * their order. Renouncing is about the caller itself.
 */
export async function callsOf({ chain, program, terms }: Subject, caller: Address) {
  const { wallet, client } = chain;
  const attributor = await client.readContract({ ...program, functionName: "ATTRIBUTOR_ROLE" });
  const arbiter = await client.readContract({ ...program, functionName: "ARBITER_ROLE" });
  const partner = wallet.partner.account.address;
  const stranger = wallet.stranger.account.address;
  const customer = wallet.customer.account.address;
  const claimTo = { party: partner, currency: ETHER, to: stranger, deadline: 2n ** 64n } as const;
  const message = { ...claimTo, nonce: 0n };
  const own = await signClaimTo(wallet.partner, program.address, message);
  const forged = await signClaimTo(wallet.stranger, program.address, message);
  const refund = { id: IDS.fresh, saleId: IDS.held, amount: 1n, reason: "" };
  const newcomer = { wallet: stranger, name: "", tier: 0, joined: 1, referrer: 0 };
  const stood = [IDS.disputed, ""] as const;
  const later = { ...terms, name: "Amended" };
  const joining = { ...newcomer, termsHash: hashTerms(terms), nonce: 0n, deadline: 2n ** 64n };
  const joined = await signJoin(wallet.stranger, program.address, joining);
  const roles = [OPERATOR_ROLE, attributor, arbiter];
  const data: Record<keyof typeof PROGRAM_PERMISSIONS, readonly Hex[]> = {
    post: [call("post", [ETHER, [saleOf(IDS.fresh)]])],
    postPaid: [call("postPaid", [ETHER, [saleOf(IDS.paid)], [customer]])],
    refund: [call("refund", [[refund]])],
    dispute: [call("dispute", [IDS.held, "", zeroHash])],
    upholdSale: [call("upholdSale", stood)],
    voidSale: [call("voidSale", stood)],
    reattributeSale: [call("reattributeSale", [IDS.disputed, [1n], ""])],
    closeDispute: [call("closeDispute", [IDS.overdue])],
    enroll: [call("enroll", [[newcomer]])],
    enrollSigned: [call("enrollSigned", [newcomer, joining.deadline, joined])],
    accept: [call("accept", [joining.termsHash])],
    leaveProgram: [call("leaveProgram", [""])],
    setTier: [call("setTier", [1n, 0, ""])],
    setStatus: [call("setStatus", [1n, 2, ""])],
    attest: [call("attest", [1n, 70, zeroHash])],
    graduate: [call("graduate", [1n, 1, ETHER])],
    reachMilestone: [call("reachMilestone", [1n, 0n, ETHER])],
    countProgress: [call("countProgress", [1n, ETHER])],
    setWithholding: [call("setWithholding", [partner, 1])],
    setRecovery: [call("setRecovery", [partner, customer])],
    proposeMove: [call("proposeMove", [partner, stranger])],
    cancelMove: [call("cancelMove", [partner])],
    finishMove: [call("finishMove", [partner])],
    withdrawFunds: [call("withdrawFunds", [ETHER, 1n])],
    fund: [call("fund", [ETHER, 1n])],
    pay: [call("pay", [0, ETHER, 1n])],
    paySale: [call("paySale", [IDS.fresh, 0, ETHER, 1n])],
    releasePayment: [call("releasePayment", [IDS.late, customer])],
    sync: [call("sync", [ETHER])],
    claim: [call("claim", [partner, ETHER])],
    claimMany: [call("claimMany", [[partner], ETHER])],
    claimTo: [own, forged].map((signature) =>
      call("claimTo", [partner, ETHER, stranger, claimTo.deadline, signature]),
    ),
    claimLine: [call("claimLine", [0n, ETHER])],
    settleLine: [call("settleLine", [0n, ETHER])],
    claimResidual: [call("claimResidual", [ETHER, 10n])],
    addReserve: [call("addReserve", [ETHER, 1n])],
    withdrawReserve: [call("withdrawReserve", [ETHER, 1n])],
    agreeExit: [call("agreeExit", [0n, true])],
    offerBuyout: [call("offerBuyout", [0n, ETHER, 1n])],
    withdrawBuyout: [call("withdrawBuyout", [0n])],
    acceptBuyout: [call("acceptBuyout", [0n, ETHER, 1n])],
    giveNotice: [call("giveNotice", [0n, REMEDY.end, "", zeroHash])],
    withdrawNotice: [call("withdrawNotice", [0n])],
    executeNotice: [call("executeNotice", [0n])],
    resumeLine: [call("resumeLine", [1n])],
    proposeAmendment: [call("proposeAmendment", [later, "", zeroHash])],
    consent: [call("consent", [0n, hashTerms(later)])],
    withdrawAmendment: [call("withdrawAmendment", [])],
    useNonce: [call("useNonce", [])],
    pushToken: [call("pushToken", [ETHER, partner, 1n])],
    initialize: [call("initialize", [""])],
    grantRole: roles.map((role) => call("grantRole", [role, customer])),
    revokeRole: roles.map((role) => call("revokeRole", [role, customer])),
    renounceRole: [call("renounceRole", [attributor, caller])],
  };
  return data;
}

type Name = keyof typeof PROGRAM_PERMISSIONS;

function call<N extends Name>(
  functionName: N,
  args: ContractFunctionArgs<typeof programAbi, "nonpayable" | "payable", N> & readonly unknown[],
): Hex {
  return encodeFunctionData<Abi>({ abi: programAbi, functionName, args });
}
