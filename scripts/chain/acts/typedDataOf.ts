import { decodeFunctionData, type Hex } from "viem";
import { ACTS, type ActName } from "../../../core/signing/ACTS.ts";
import { type TypedAct, typedAct } from "../../../core/signing/typedAct.ts";
import { programAbi } from "../../../generated/abis.ts";
import type { SignedAct } from "./SignedAct.ts";

/** What the signer of an act signs; undefined where its call is none that can be signed. */
export function typedDataOf({
  call,
  ...place
}: Omit<SignedAct, "signer" | "signature">): TypedAct | undefined {
  const act = actIn(call);
  if (act === undefined) return undefined;
  return typedAct(act.name, act.args, { ...place, deadline: BigInt(place.deadline) });
}

/** The act that a call is; undefined where it is none that can be signed. */
export function actIn(call: Hex): { name: ActName; args: readonly unknown[] } | undefined {
  try {
    const { functionName, args = [] } = decodeFunctionData({ abi: programAbi, data: call });
    return isAct(functionName) ? { name: functionName, args } : undefined;
  } catch {
    return undefined;
  }
}

function isAct(name: string): name is ActName {
  return Object.hasOwn(ACTS, name);
}
