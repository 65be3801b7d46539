import { formatUnits } from "viem";
import { PLAN_POWERS } from "../../../core/equity/PLAN_POWERS.ts";
import { percentageInFile } from "../../../core/terms/percentageInFile.ts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { EquityPlan } from "../chain/openEquityPlan.ts";
import { readMoney } from "../chain/readMoney.ts";
import { readPlanNow } from "../chain/readPlanNow.ts";
import { readPlanPowers } from "./readPlanPowers.ts";

const MILLION = 6;

/** A plan's settings, powers, units and money, as `equity show` tells them. */
export async function planToJson(plan: EquityPlan) {
  const { settings, currencies, chain } = plan;
  const state = await readPlanNow(plan, "overview", []);
  const powers = await readPlanPowers(plan);
  const money = await Promise.all(currencies.map((currency) => readMoney(plan, currency)));
  return {
    ...{ chainId: chain.chainId, name: settings.name },
    rest: settings.restToTreasury ? "treasury" : "holders",
    ...{ flow: settings.flow, restClass: settings.restClass },
    ...{ authorised: String(settings.authorised), outstanding: String(state.outstanding) },
    free: String(settings.authorised - state.outstanding),
    classes: state.byClass.map((units, index) => ({
      units: String(units),
      hurdles: currencies.map(({ symbol, decimals, index: place }) => ({
        currency: symbol,
        amount: formatUnits(settings.hurdles[index]?.[place] ?? 0n, decimals),
      })),
    })),
    terms: {
      resignLoss: percentageInFile(settings.resignLoss),
      causeLoss: percentageInFile(settings.causeLoss),
      ...{ window: settings.window, notice: settings.notice, pauseLimit: settings.pauseLimit },
      ...{
        callWindow: settings.callWindow,
        multiple: formatUnits(BigInt(settings.multiple), MILLION),
      },
      ...{ starts: formatIsoTime(settings.start), period: settings.period },
      ...{ handover: settings.handover, moveDelay: settings.move, silence: settings.silence },
    },
    powers: powers.map(({ power, holder = null }) => ({ power, holder })),
    exit:
      state.exitAt === 0n
        ? null
        : { at: formatIsoTime(Number(state.exitAt)), by: PLAN_POWERS[state.exitBy] ?? "operator" },
    sources: state.sources.map(({ program, line }) => ({ program, line: Number(line) })),
    money: money.map(({ currency: { symbol, address, decimals }, level, balance, ...amounts }) => {
      const { counted, waiting, treasury, tax, offered, arrived } = amounts;
      const show = (amount: bigint) => formatUnits(amount, decimals);
      return {
        ...{ currency: symbol, address, level: String(level) },
        balance: balance === undefined ? null : show(balance),
        ...{ arrived: show(arrived), counted: show(counted), waiting: show(waiting) },
        ...{ treasury: show(treasury), tax: show(tax), offered: show(offered) },
        solvent: balance === undefined ? null : balance >= counted,
      };
    }),
  };
}
