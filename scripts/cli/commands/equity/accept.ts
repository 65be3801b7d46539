import { formatUnits } from "viem";
import { decodePlanEventsNamed } from "../../../../core/logs/decodePlanEvents.ts";
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
  const { transactionHash, logs } = await act("acceptOffer", [id, currency.address, amount]);
  const [short] = decodePlanEventsNamed(logs, ["PriceShort"]);
  const missing = short?.args.amount ?? 0n;
  const paid = formatUnits(amount - missing, currency.decimals);
  const rest =
    missing === 0n
      ? "What they had earned stays to claim."
      : `The token moved ${formatUnits(missing, currency.decimals)} less, which stays to claim with what they had earned.`;
  const price = formatUnits(amount, currency.decimals);
  return {
    json: {
      ...{ grant: Number(id), price, paid, currency: currency.symbol, units: String(state.units) },
      transaction: transactionHash,
    },
    text: `All units of grant ${id} are sold for ${price} ${currency.symbol}, of which ${state.holder} has ${paid}. ${rest}`,
  };
});
