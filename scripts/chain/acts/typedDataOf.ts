import { type Abi, decodeFunctionData, type Hex } from "viem";
import { ACTS, type ActName } from "../../../core/signing/ACTS.ts";
import { PLAN_ACTS, type PlanActName } from "../../../core/signing/PLAN_ACTS.ts";
import {
  type ActPlace,
  type TypedAct,
  typedAct,
  typedPlanAct,
} from "../../../core/signing/typedAct.ts";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import type { SignedAct } from "./SignedAct.ts";

/** What the signer of an act signs; undefined where its call is none that can be signed. */
export function typedDataOf({
  call,
  ...place
}: Omit<SignedAct, "of" | "signer" | "signature">): TypedAct | undefined {
  return actIn(call)?.type({ ...place, deadline: BigInt(place.deadline) });
}

interface Act {
  /** Of what it is an act. */
  readonly of: SignedAct["of"];
  readonly type: (place: ActPlace) => TypedAct;
}

/** The act that a call is; undefined where it is none that can be signed. */
export function actIn(call: Hex): Act | undefined {
  const ofProgram = decode(call, programAbi);
  if (ofProgram !== undefined && isAct(ofProgram.name)) {
    const { name, args } = ofProgram;
    return { of: "program", type: (place) => typedAct(name, args, place) };
  }
  const ofPlan = decode(call, equityPlanAbi);
  if (ofPlan === undefined || !isPlanAct(ofPlan.name)) return undefined;
  const { name, args } = ofPlan;
  return { of: "plan", type: (place) => typedPlanAct(name, args, place) };
}

function decode(data: Hex, abi: Abi) {
  try {
    const { functionName: name, args = [] } = decodeFunctionData({ abi, data });
    return { name, args };
  } catch {
    return undefined;
  }
}

function isAct(name: string): name is ActName {
  return Object.hasOwn(ACTS, name);
}

function isPlanAct(name: string): name is PlanActName {
  return Object.hasOwn(PLAN_ACTS, name);
}
