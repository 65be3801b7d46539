import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  encodeFunctionData,
  type Hex,
  parseSignature,
  zeroAddress,
  zeroHash,
} from "viem";
import { PLAN_POWERS } from "../../core/equity/PLAN_POWERS.ts";
import { typedPlanAct } from "../../core/signing/typedAct.ts";
import { equityPlanAbi } from "../../generated/abis/EquityPlan.ts";
import type { EquityPlan } from "../../scripts/equity/chain/openEquityPlan.ts";
import { readPlanNow } from "../../scripts/equity/chain/readPlanNow.ts";
import { PLAN_PERMISSIONS } from "../../tools/docs/roles/planPermissions.ts";
import { ANA, BEN, CLEO } from "../integration/equity/openEquityWorld.ts";
import { GRANTS, type PlanSubject } from "./openPlanSubject.ts";

/** A function that can change a plan. */
export type PlanName = keyof typeof PLAN_PERMISSIONS;

/** A call, and the plan in which whoever may can make it. */
export interface PlanCall {
  readonly plan: EquityPlan;
  readonly data: Hex;
}

/** Long after all that the plans wait for. */
const FAR = 2n ** 39n;
const { idle } = GRANTS;

function encode<Name extends PlanName>(
  plan: EquityPlan,
  functionName: Name,
  args: ContractFunctionArgs<typeof equityPlanAbi, "nonpayable" | "payable", Name> &
    readonly unknown[],
): PlanCall {
  return { plan, data: encodeFunctionData<Abi>({ abi: equityPlanAbi, functionName, args }) };
}

/** For each line of the table of permissions a call. */
export async function planCallsOf(
  subject: PlanSubject,
): Promise<Readonly<Record<PlanName, readonly PlanCall[]>>> {
  const { quiet, busy, flow, orphaned, program } = subject;
  const currency = quiet.currencies[0]?.address ?? zeroAddress;
  const one = { class: 0, start: 1, cliff: 0, length: 0, step: 0, single: 0, double: 0 } as const;
  const grant = { ...one, holder: BEN, units: 1n, withholding: 0, agreement: zeroHash } as const;
  const ways = PLAN_PERMISSIONS.proposePower.map(({ of = "" }) => wayOf(of));
  const ofSilence = (index: number) =>
    PLAN_PERMISSIONS.proposePower[index]?.of?.startsWith("a silent") ?? false;
  return {
    sync: [encode(quiet, "sync", [currency])],
    advance: [encode(flow, "advance", [idle])],
    claim: [encode(quiet, "claim", [idle, currency])],
    claimMany: [encode(quiet, "claimMany", [[idle], currency])],
    claimTo: [encode(quiet, "claimTo", [idle, currency, BEN])],
    claimTreasury: [encode(quiet, "claimTreasury", [currency])],
    claimTax: [encode(quiet, "claimTax", [currency])],
    pushToken: [encode(quiet, "pushToken", [currency, BEN, 1n, 1n])],
    grant: [encode(quiet, "grant", [[grant]])],
    seat: [encode(quiet, "seat", [idle])],
    pause: [encode(quiet, "pause", [idle])],
    resume: [encode(busy, "resume", [GRANTS.paused])],
    setWithholding: [encode(quiet, "setWithholding", [idle, 0])],
    addSource: [encode(quiet, "addSource", [program, 0n])],
    resign: [encode(quiet, "resign", [idle, Number(FAR)])],
    dismiss: [encode(quiet, "dismiss", [idle, Number(FAR), ""])],
    dismissForCause: [encode(quiet, "dismissForCause", [idle, "", zeroHash])],
    withdrawLeave: [GRANTS.resigned, GRANTS.dismissed, GRANTS.cause].map((id) =>
      encode(busy, "withdrawLeave", [id]),
    ),
    finishLeave: [encode(busy, "finishLeave", [GRANTS.due])],
    lapse: [encode(busy, "lapse", [GRANTS.lapsing])],
    declareExit: [encode(quiet, "declareExit", [""])],
    vetoExit: [encode(busy, "vetoExit", [])],
    offer: [encode(quiet, "offer", [idle, currency, 1n])],
    withdrawOffer: [encode(busy, "withdrawOffer", [GRANTS.offered])],
    acceptOffer: [encode(busy, "acceptOffer", [GRANTS.offered, currency, 1n])],
    callUnits: [encode(quiet, "callUnits", [GRANTS.leaver])],
    finishCall: [encode(quiet, "finishCall", [GRANTS.called])],
    proposeMove: [encode(quiet, "proposeMove", [idle, BEN])],
    cancelMove: [encode(busy, "cancelMove", [GRANTS.moving])],
    finishMove: [encode(busy, "finishMove", [GRANTS.moving])],
    proposePower: ways.map(([power, way], index) =>
      encode(ofSilence(index) ? orphaned : quiet, "proposePower", [power, way, BEN]),
    ),
    cancelPower: ways.map((args, index) =>
      encode(ofSilence(index) ? orphaned : busy, "cancelPower", args),
    ),
    acceptPower: [encode(busy, "acceptPower", [2, 0])],
    alive: [encode(quiet, "alive", [])],
    actSigned: [await claimSigned(subject, ANA), await claimSigned(subject, CLEO)],
    useNonce: [encode(quiet, "useNonce", [])],
    delegate: [encode(quiet, "delegate", [BEN])],
    delegateBySig: [await delegationSigned(subject)],
    initialize: [encode(quiet, "initialize", [])],
  };
}

/** The power and the way that a line of the table tells of. */
function wayOf(of: string): readonly [power: number, way: number] {
  const power = PLAN_POWERS.findIndex((name) => of.includes(`${name}'s`));
  const way = of.endsWith("hand over") ? 0 : of.endsWith("jointly") ? 1 : 2;
  return [power, way];
}

/** Ana's claim, signed by her or by somebody else. */
async function claimSigned({ world, quiet }: PlanSubject, account: Address): Promise<PlanCall> {
  const args = [idle, quiet.currencies[0]?.address ?? zeroAddress, BEN] as const;
  const nonce = await readPlanNow(quiet, "nonces", [ANA]);
  const { chainId, wallet } = world.chain;
  const typed = typedPlanAct("claimTo", args, {
    ...{ contract: quiet.address, chainId, nonce, deadline: FAR },
  });
  const signature = await wallet.signTypedData({ account, ...typed });
  const act = encode(quiet, "claimTo", args).data;
  return encode(quiet, "actSigned", [ANA, act, FAR, signature]);
}

async function delegationSigned({ world, quiet }: PlanSubject): Promise<PlanCall> {
  const nonce = await readPlanNow(quiet, "nonces", [ANA]);
  const { chainId, wallet } = world.chain;
  const signature = await wallet.signTypedData({
    account: ANA,
    domain: { name: "Tributary", version: "1", chainId, verifyingContract: quiet.address },
    types: {
      Delegation: [
        { name: "delegatee", type: "address" },
        { name: "nonce", type: "uint256" },
        { name: "expiry", type: "uint256" },
      ],
    },
    primaryType: "Delegation",
    message: { delegatee: BEN, nonce, expiry: FAR },
  });
  const { r, s, yParity } = parseSignature(signature);
  return encode(quiet, "delegateBySig", [BEN, nonce, FAR, 27 + yParity, r, s]);
}
