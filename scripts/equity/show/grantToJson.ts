import { formatUnits, zeroAddress } from "viem";
import { LEAVES } from "../../../core/equity/LEAVES.ts";
import { percentageInFile } from "../../../core/terms/percentageInFile.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { EquityPlan } from "../chain/openEquityPlan.ts";
import type { LiveGrant } from "../chain/readGrantsNow.ts";
import { readPlanNow } from "../chain/readPlanNow.ts";

/** A grant as `equity show` tells it among others. */
export function grantToJson(
  { currencies }: EquityPlan,
  { id, state, vested, earnings }: LiveGrant,
) {
  const { left, leaving, leaveAt, contingent, stopped, calledUntil } = state;
  const kind = LEAVES[leaving];
  return {
    ...{ grant: Number(id), holder: state.holder, class: state.class },
    ...{ units: String(state.units), vested: String(vested), votes: String(state.votes) },
    ...(stopped > 0 && { pausedSince: formatIsoTime(stopped) }),
    ...(kind !== undefined && { leave: { kind, at: formatIsoTime(leaveAt), booked: left } }),
    ...(contingent > 0n && { contingent: String(contingent) }),
    ...(calledUntil > 0 && { calledUntil: formatIsoTime(calledUntil) }),
    money: currencies.map(({ symbol, decimals, index }) => {
      const { held = 0n, payable_ = 0n, owed = 0n, paid = 0n } = earnings[index] ?? {};
      const show = (amount: bigint) => formatUnits(amount, decimals);
      return {
        currency: symbol,
        ...{ held: show(held), payable: show(payable_), owed: show(owed), paid: show(paid) },
      };
    }),
  };
}

/** One grant with its schedule, and what waits for it. */
export async function wholeGrantToJson(plan: EquityPlan, grant: LiveGrant) {
  const { state } = grant;
  const [move, offer] = await readPlanNow(plan, "waitingFor", [grant.id]);
  return {
    ...grantToJson(plan, grant),
    starts: formatIsoTime(state.start),
    ...{ cliff: state.cliff, length: state.length, step: state.step, paused: state.shift },
    single: percentageInFile(state.single),
    double: percentageInFile(state.double),
    withholding: percentageInFile(state.withholding),
    hurdles: hurdlesOf(plan, state.class),
    move:
      move.to === zeroAddress
        ? null
        : { to: move.to, from: formatIsoTime(move.from), until: formatIsoTime(move.until) },
    offer: offer.price === 0n ? null : offerToJson(plan, offer),
  };
}

/** What a unit must have brought before the class takes part. */
function hurdlesOf({ settings, currencies }: EquityPlan, group: number) {
  return currencies.map(({ symbol, decimals, index }) => ({
    currency: symbol,
    amount: formatUnits(settings.hurdles[group]?.[index] ?? 0n, decimals),
  }));
}

function offerToJson(
  { currencies }: EquityPlan,
  offer: { readonly currency: `0x${string}`; readonly price: bigint; readonly from: number },
) {
  const currency = currencies.find(({ address }) => address === offer.currency);
  return {
    price: formatUnits(offer.price, currency?.decimals ?? 0),
    ...{ currency: currency?.symbol ?? offer.currency, from: formatIsoTime(offer.from) },
  };
}
