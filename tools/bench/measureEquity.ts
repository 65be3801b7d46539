import { type Address, pad, parseEventLogs, zeroAddress } from "viem";
import { equityPlanFactoryAbi } from "../../generated/abis/EquityPlanFactory.ts";
import equityProtocol from "../../ignition/modules/EquityProtocol.ts";
import { BEGINS, type Bench, nameOf, PERIOD, party, SALE } from "./openBench.ts";

export const FOUR_YEARS = 1_460 * 86_400;
const GRANTS = 100;
const BATCH = 20;

/** An equity plan of many grants that vest by the second: what arrives is shared, and one holder takes what vested since the last claim. */
export async function measureEquity(bench: Bench): Promise<void> {
  const { currencies, measure, networkHelpers, operator, owner, token } = bench;
  const plan = await createPlan(bench);
  const holders = Array.from({ length: GRANTS }, (_, index) => party(index));
  const start = Number(await networkHelpers.time.latest());
  const terms = holders.map((holder) => ({
    ...{ holder, units: 1_000n, class: 0, start, cliff: 0, length: FOUR_YEARS, step: 0 },
    ...{ single: 0, double: 0, withholding: 0, agreement: pad("0x1") },
  }));
  for (let at = 0; at < GRANTS; at += BATCH) {
    const hash = await plan.write.grant([terms.slice(at, at + BATCH)]);
    // The first makes the class's units.
    if (at === BATCH) await measure("equity plan, grant of 20, each", hash, { per: BATCH });
  }
  await networkHelpers.setBalance(holders[0] ?? owner, 10n ** 18n);
  const receive = (currency: Address) =>
    currency === token.address
      ? token.write.transfer([plan.address, SALE])
      : operator.sendTransaction({ to: plan.address, value: SALE / 100n });
  for (const round of [1, 2]) {
    for (const currency of currencies) {
      await receive(currency);
      const hash = await plan.write.sync([currency]);
      if (round === 2) await measure(`equity plan, share what arrived, ${nameOf(currency)}`, hash);
    }
    await networkHelpers.time.increase(PERIOD);
    for (const currency of currencies) {
      const hash = await plan.write.claim([1n, currency]);
      if (round === 2) await measure(`equity plan, claim, ${nameOf(currency)}`, hash);
    }
  }
}

async function createPlan(bench: Bench) {
  const { client, connection, currencies, measure, owner, viem } = bench;
  const { factory } = await connection.ignition.deploy(equityProtocol);
  const settings = {
    ...{ name: "Bench", operator: owner, arbiter: owner, guardian: owner, treasury: owner },
    ...{ taxAccount: zeroAddress, authorised: 1_000_000n, restToTreasury: true, restClass: 0 },
    ...{ flow: false, currencies: [...currencies], hurdles: [currencies.map(() => 0n)] },
    ...{ resignLoss: 0, causeLoss: 0, window: PERIOD, notice: PERIOD, pauseLimit: PERIOD },
    ...{ callWindow: 0, multiple: 0, start: BEGINS, period: PERIOD, handover: PERIOD },
    ...{ move: PERIOD, silence: 0 },
  };
  const hash = await factory.write.create([settings, "", pad("0x1")]);
  await measure("create an equity plan", hash);
  const { logs } = await client.waitForTransactionReceipt({ hash });
  const [created] = parseEventLogs({ abi: equityPlanFactoryAbi, eventName: "PlanCreated", logs });
  if (created === undefined) throw new Error("No plan was created.");
  return viem.getContractAt("EquityPlan", created.args.plan);
}
