import { formatUnits } from "viem";
import type { EquityPlan } from "../../../equity/chain/openEquityPlan.ts";
import { idsOf, readGrantsNow } from "../../../equity/chain/readGrantsNow.ts";
import { readMoney } from "../../../equity/chain/readMoney.ts";
import { shareArrived } from "../../../equity/claim/shareArrived.ts";
import { planSignerCommand } from "../../planCommand.ts";

/** `equity sync`: shares what arrived in every currency; in a plan without catching up, settles every grant, too. */
export default planSignerCommand(async (signer) => {
  const { plan, act } = signer;
  const shared: { readonly currency: string; readonly amount: string }[] = [];
  let transactions = 0;
  for (const currency of plan.currencies) {
    const { arrived } = await readMoney(plan, currency);
    const sent = await shareArrived(signer, currency);
    transactions += sent;
    if (sent > 0)
      shared.push({ currency: currency.symbol, amount: formatUnits(arrived, currency.decimals) });
  }
  const grants = plan.settings.flow ? await unsettled(plan) : [];
  for (const { id } of grants) await act("advance", [id]);
  transactions += grants.length;
  const lines = [
    ...shared.map(({ currency, amount }) => `${amount} ${currency} had arrived and are shared.`),
    ...(grants.length > 0 ? [`${grants.length} grants are settled.`] : []),
  ];
  return {
    json: { shared, settled: grants.length, transactions },
    text: lines.length > 0 ? lines.join("\n") : "All that the plan has is shared.",
  };
});

/** Grants for which something came since they were settled. */
async function unsettled(plan: EquityPlan) {
  const grants = await readGrantsNow(plan, await idsOf(plan));
  return grants.filter(({ earnings }) =>
    earnings.some(({ held, payable_ }) => held + payable_ > 0n),
  );
}
