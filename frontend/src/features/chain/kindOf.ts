import { equityPlanAbi } from "@generated/abis/EquityPlan";
import { programAbi } from "@generated/abis/Program";
import type { Address } from "viem";
import { isRefusal } from "../../lib/errors/isRefusal";
import type { Reader } from "../../lib/site/openReader";

/** What is at an address, as far as the site can show it. */
export type Kind = "program" | "plan" | "other";

export async function kindOf(client: Reader, address: Address): Promise<Kind> {
  const [isProgram, isPlan] = await Promise.all([
    answers(client.readContract({ address, abi: programAbi, functionName: "termsHash" })),
    answers(client.readContract({ address, abi: equityPlanAbi, functionName: "overview" })),
  ]);
  if (isProgram) return "program";
  return isPlan ? "plan" : "other";
}

/** Whether a view is there. A node that does not answer, or refuses, says nothing of that. */
async function answers(view: Promise<unknown>): Promise<boolean> {
  try {
    await view;
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
}
