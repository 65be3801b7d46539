import type { Abi } from "viem";
import { causesOf } from "../../core/logs/causesOf.ts";
import { findRevert } from "../../core/messages/findRevert.ts";

/** Whether a contract itself answered, by a refusal or by something else; a node's refusal says nothing of what lies there. */
export function isAnswer(error: unknown, abi: Abi): boolean {
  const causes = causesOf(error);
  if (causes.some(({ message }) => /execution reverted/i.test(message))) return true;
  return !causes.some((one) => "code" in one) || findRevert(error, abi) !== undefined;
}
