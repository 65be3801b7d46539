import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { joinWords } from "../../../../core/text/joinWords.ts";
import { callUnits } from "../../../equity/call/callUnits.ts";
import { readPlanNow } from "../../../equity/chain/readPlanNow.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";

/** `equity call`: the operator calls a leaver's units at the settings' price; once the window is over anybody gives them back. */
export default planSignerCommand<"grant", "finish">(async (signer, options) => {
  const { plan, act } = signer;
  const { id, state } = await requireGrant(plan, options.grant);
  if (options.finish) {
    const { transactionHash } = await act("finishCall", [id]);
    return {
      json: { grant: Number(id), units: String(state.units), transaction: transactionHash },
      text: `The ${state.units} units of grant ${id} that were called are back in the plan.`,
    };
  }
  const { prices, transactions } = await callUnits(signer, id);
  const { calledUntil } = await readPlanNow(plan, "grantAt", [id]);
  return {
    json: {
      ...{ grant: Number(id), units: String(state.units) },
      prices: prices.map(({ symbol, price }) => ({ currency: symbol, price })),
      ...{ waitsUntil: calledUntil, transactions },
    },
    text: `The ${state.units} units of grant ${id} are called for ${joinWords(prices.map(({ symbol, price }) => `${price} ${symbol}`))}, which ${state.holder} can claim. They wait for an exit until ${formatIsoTime(calledUntil)}; then \`equity call --finish\` gives them back to the plan.`,
  };
});
