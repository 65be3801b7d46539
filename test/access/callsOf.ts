import { type Address, encodeFunctionData, type Hex, zeroHash } from "viem";
import { programAbi } from "../../generated/abis.ts";
import type { PROGRAM_PERMISSIONS } from "../../scripts/roles/permissions.ts";
import { ETHER, IDS, type Subject, saleOf } from "./openSubject.ts";
import { signClaimTo } from "./signClaimTo.ts";

const OPERATOR_ROLE: Hex = zeroHash;

/**
 * The data of calls that succeed for whoever may make them: of each function one per permission, in
 * their order. Renouncing is about the caller itself.
 */
export async function callsOf({ chain, program }: Subject, caller: Address) {
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
  const abi = programAbi;
  const roles = [OPERATOR_ROLE, attributor, arbiter];
  const data: Record<keyof typeof PROGRAM_PERMISSIONS, readonly Hex[]> = {
    post: [encodeFunctionData({ abi, functionName: "post", args: [ETHER, [saleOf(IDS.fresh)]] })],
    postPaid: [
      encodeFunctionData({
        abi,
        functionName: "postPaid",
        args: [ETHER, [saleOf(IDS.paid)], [customer]],
      }),
    ],
    refund: [encodeFunctionData({ abi, functionName: "refund", args: [[refund]] })],
    enroll: [encodeFunctionData({ abi, functionName: "enroll", args: [[newcomer]] })],
    setTier: [encodeFunctionData({ abi, functionName: "setTier", args: [1n, 0, ""] })],
    setStatus: [encodeFunctionData({ abi, functionName: "setStatus", args: [1n, 2, ""] })],
    withdrawFunds: [encodeFunctionData({ abi, functionName: "withdrawFunds", args: [ETHER, 1n] })],
    renounceRole: [
      encodeFunctionData({ abi, functionName: "renounceRole", args: [attributor, caller] }),
    ],
    fund: [encodeFunctionData({ abi, functionName: "fund", args: [ETHER, 1n] })],
    pay: [encodeFunctionData({ abi, functionName: "pay", args: [0, ETHER, 1n] })],
    paySale: [
      encodeFunctionData({ abi, functionName: "paySale", args: [IDS.fresh, 0, ETHER, 1n] }),
    ],
    releasePayment: [
      encodeFunctionData({ abi, functionName: "releasePayment", args: [IDS.late, customer] }),
    ],
    sync: [encodeFunctionData({ abi, functionName: "sync", args: [ETHER] })],
    claim: [encodeFunctionData({ abi, functionName: "claim", args: [partner, ETHER] })],
    claimMany: [encodeFunctionData({ abi, functionName: "claimMany", args: [[partner], ETHER] })],
    claimLine: [encodeFunctionData({ abi, functionName: "claimLine", args: [0n, ETHER] })],
    settleLine: [encodeFunctionData({ abi, functionName: "settleLine", args: [0n, ETHER] })],
    claimResidual: [encodeFunctionData({ abi, functionName: "claimResidual", args: [ETHER, 10n] })],
    useNonce: [encodeFunctionData({ abi, functionName: "useNonce" })],
    pushToken: [encodeFunctionData({ abi, functionName: "pushToken", args: [ETHER, partner, 1n] })],
    initialize: [encodeFunctionData({ abi, functionName: "initialize", args: [""] })],
    grantRole: roles.map((role) =>
      encodeFunctionData({ abi, functionName: "grantRole", args: [role, customer] }),
    ),
    revokeRole: roles.map((role) =>
      encodeFunctionData({ abi, functionName: "revokeRole", args: [role, customer] }),
    ),
    claimTo: [own, forged].map((signature) =>
      encodeFunctionData({
        abi,
        functionName: "claimTo",
        args: [partner, ETHER, stranger, claimTo.deadline, signature],
      }),
    ),
  };
  return data;
}
