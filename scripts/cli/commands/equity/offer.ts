import { encodeFunctionData, formatUnits } from "viem";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { formatIsoTime } from "../../../../core/text/formatIsoTime.ts";
import { equityPlanAbi } from "../../../../generated/abis/EquityPlan.ts";
import { payIn } from "../../../chain/funds/payIn.ts";
import { readPlanNow } from "../../../equity/chain/readPlanNow.ts";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";

type Text = "grant" | "currency" | "price";

/** `equity offer`: the operator sets a price aside for all units of a grant, or takes it back. */
export default planSignerCommand<Text, "withdraw">(async ({ plan, account, act }, options) => {
  const { id, state } = await requireGrant(plan, options.grant);
  if (options.withdraw) {
    if (options.price !== undefined) {
      throw new TributaryError("The options --withdraw and --price exclude each other.", {
        todo: "Leave one of them out.",
      });
    }
    const { transactionHash } = await act("withdrawOffer", [id]);
    return {
      json: { grant: Number(id), price: null, transaction: transactionHash },
      text: `The offer for grant ${id} is taken back; its price is the treasury's to claim.`,
    };
  }
  const currency = requireCurrency(plan, options.currency, "plan");
  const amount = requireAmount("price", options.price, currency);
  const args = [id, currency.address, amount] as const;
  const data = encodeFunctionData({ abi: equityPlanAbi, functionName: "offer", args });
  const transactions = await payIn(plan, account, { data, currency, amount });
  const [, { from }] = await readPlanNow(plan, "waitingFor", [id]);
  const price = formatUnits(amount, currency.decimals);
  return {
    json: { grant: Number(id), price, currency: currency.symbol, from, transactions },
    text: `${price} ${currency.symbol} are set aside for all units of grant ${id}. The holder ${state.holder} takes them with \`equity accept\` from ${formatIsoTime(from)} on; until it has, \`equity offer --withdraw\` takes them back.`,
  };
});
