import { explainRevert } from "../../../core/messages/explainRevert.ts";
import { requireOption } from "../../../core/requireOption.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { EquityPlan } from "./openEquityPlan.ts";
import { readPlanNow } from "./readPlanNow.ts";

/** The grant that an option names by its number, as it is now. */
export async function requireGrant(plan: EquityPlan, text: string | undefined) {
  const number = requireOption("grant", text, "a grant's number, which `equity show` tells");
  if (!/^[1-9]\d{0,9}$/.test(number)) {
    throw new TributaryError(`"${number}" is no grant's number.`, {
      allowed: "1, 2 and so on, as `equity grant` and `equity show` tell them",
    });
  }
  const id = BigInt(number);
  const state = await readPlanNow(plan, "grantAt", [id]).catch((error: unknown) => {
    throw explainRevert(error);
  });
  return { id, state };
}
