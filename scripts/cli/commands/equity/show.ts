import { TributaryError } from "../../../../core/TributaryError.ts";
import type { EquityPlan } from "../../../equity/chain/openEquityPlan.ts";
import { idsOf, readGrantsNow } from "../../../equity/chain/readGrantsNow.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { describeGrants, describeWholeGrant } from "../../../equity/show/describeGrants.ts";
import { describePlanNow } from "../../../equity/show/describePlanNow.ts";
import { grantToJson, wholeGrantToJson } from "../../../equity/show/grantToJson.ts";
import { planToJson } from "../../../equity/show/planToJson.ts";
import type { Output } from "../../Output.ts";
import { planCommand } from "../../planCommand.ts";
import { requireAddress } from "../../requireAddress.ts";

/** `equity show`: a plan with its money and grants; one grant; or the grants of a wallet. */
export default planCommand<"grant" | "wallet">(async (plan, { grant, wallet }) => {
  if (grant !== undefined && wallet !== undefined) {
    throw new TributaryError("The options --grant and --wallet exclude each other.", {
      todo: "Leave one of them out.",
    });
  }
  if (grant !== undefined) return showGrant(plan, grant);
  if (wallet !== undefined) return showWallet(plan, requireAddress("wallet", wallet));
  const json = await planToJson(plan);
  const live = await readGrantsNow(plan, await idsOf(plan));
  const grants = live.map((one) => grantToJson(plan, one));
  return {
    json: { ...json, grants },
    text: `${describePlanNow(plan.address, json)}\n\n${describeGrants(grants)}`,
  };
});

async function showGrant(plan: EquityPlan, text: string): Promise<Output> {
  const { id } = await requireGrant(plan, text);
  const [live] = await readGrantsNow(plan, [id]);
  if (live === undefined) throw new RangeError(`no grant ${id}`);
  const json = await wholeGrantToJson(plan, live);
  return { json, text: describeWholeGrant(json) };
}

async function showWallet(plan: EquityPlan, wallet: string): Promise<Output> {
  const live = await readGrantsNow(plan, await idsOf(plan));
  const own = live.filter(({ state }) => state.holder === wallet);
  const grants = own.map((one) => grantToJson(plan, one));
  return {
    json: { wallet, grants },
    text: grants.length === 0 ? `${wallet} has no grant.` : describeGrants(grants),
  };
}
