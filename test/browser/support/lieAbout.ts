import { type Hex, toFunctionSelector } from "viem";
import type { Call } from "./startNode.ts";

/** A node's lie about one view of whatever contract: what it answers in place of the truth. */
export function lieAbout(view: string, result: Hex): (call: Call) => { result: Hex } | undefined {
  const selector = toFunctionSelector(`function ${view}`);
  return ({ method, params }) => {
    const [call] = params ?? [];
    if (method !== "eth_call" || typeof call !== "object" || call === null) return undefined;
    const data = "data" in call ? String(call.data) : "";
    return data.startsWith(selector) ? { result } : undefined;
  };
}
