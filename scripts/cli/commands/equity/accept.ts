import { formatUnits } from "viem";
import { requireGrant } from "../../../equity/chain/requireGrant.ts";
import { planSignerCommand } from "../../planCommand.ts";
import { requireAmount } from "../../requireAmount.ts";
import { requireCurrency } from "../../requireCurrency.ts";

type Text = "grant" | "currency" | "price";

/** `equity accept`: the holder takes an offer; price and units change hands in one transaction. */
export default planSignerCommand<Text>(async ({ plan, act }, options) => {
  const { id, state } = await requireGrant(plan, options.grant);
  const currency = requireCurrency(plan, options.currency, "plan");
  const amount = requireAmount("price", options.price, currency);
  const { transactionHash } = await act("acceptOffer", [id, currency.address, amount]);
  const price = formatUnits(amount, currency.decimals);
  return {
    json: {
      ...{ grant: Number(id), price, currency: currency.symbol, units: String(state.units) },
      transaction: transactionHash,
    },
    text: `All units of grant ${id} are sold for ${price} ${currency.symbol}, which ${state.holder} has. What they had earned stays to claim.`,
  };
});
