import { type Address, encodeFunctionData, zeroAddress } from "viem";
import { PLAN_POWERS } from "../../../core/equity/PLAN_POWERS.ts";
import { decodePlanEventsNamed } from "../../../core/logs/decodePlanEvents.ts";
import { sum } from "../../../core/money/sum.ts";
import { TributaryError } from "../../../core/TributaryError.ts";
import { equityPlanAbi } from "../../../generated/abis/EquityPlan.ts";
import { cutBatches } from "../../chain/cutBatches.ts";
import { waitFor } from "../../chain/send.ts";
import type { Progress } from "../../Progress.ts";
import type { EquityPlan } from "../chain/openEquityPlan.ts";
import { readPlanHistory } from "../chain/readPlanHistory.ts";
import { readPlanNow } from "../chain/readPlanNow.ts";
import { readGrants } from "../readGrants.ts";
import { planGrants, type WantedGrant } from "./planGrants.ts";
import { toNewGrant } from "./toNewGrant.ts";

export interface MakeGrants {
  /** The path of a grants file. */
  readonly file: string;
  readonly account: Address;
  readonly progress: Progress;
}

/** A grant of a file, with its number on chain where it is known. */
export interface MadeGrant {
  readonly name: string;
  readonly holder: Address;
  readonly units: bigint;
  readonly id: bigint | undefined;
  /** Whether the plan had it before. */
  readonly isOld: boolean;
}

export interface MadeGrants {
  /** In the order of the file. */
  readonly grants: readonly MadeGrant[];
  readonly transactions: number;
}

/** Makes a plan have the grants of a file. Everything is checked first; run again, it makes those that are missing. */
export async function makeGrants(
  plan: EquityPlan,
  { file, account, progress }: MakeGrants,
): Promise<MadeGrants> {
  const listed = await readGrants(file, plan.settings);
  const wanted = await Promise.all(
    listed.map(async (one) => ({ listed: one, terms: await toNewGrant(one) })),
  );
  const { missing, made } = planGrants(wanted, await readPlanHistory(plan));
  await refuseWithholding(plan, missing);
  await refuseTooMany(plan, missing);
  const ids = new Map<WantedGrant, bigint>();
  const places = new Map(wanted.map((one) => [one.listed.id, one]));
  for (const { listed: one, id } of made) {
    const place = places.get(one.id);
    if (place !== undefined) ids.set(place, id);
  }
  const old = new Set(ids.keys());
  const batches = cutBatches(plan, {
    ...{ account, items: missing },
    encode: (items) =>
      encodeFunctionData({
        ...{ abi: equityPlanAbi, functionName: "grant" },
        args: [items.map(({ terms }) => terms)],
      }),
  });
  const { wallet } = plan.chain;
  let transactions = 0;
  await progress.during("Granting", missing.length, async () => {
    for await (const { items, data, gas } of batches) {
      const hash = await wallet.sendTransaction({
        ...{ account, chain: wallet.chain, to: plan.address, data, gas },
      });
      const { logs } = await waitFor(plan.chain, hash);
      for (const [index, { args }] of decodePlanEventsNamed(logs, ["Granted"]).entries()) {
        const item = items[index];
        if (item !== undefined) ids.set(item, args.id);
      }
      transactions++;
      progress.add(items.length);
    }
  });
  const grants = wanted.map((one) => ({
    ...{ name: one.listed.id, holder: one.terms.holder, units: one.terms.units },
    ...{ id: ids.get(one), isOld: old.has(one) },
  }));
  return { grants, transactions };
}

async function refuseWithholding(plan: EquityPlan, missing: readonly WantedGrant[]): Promise<void> {
  const one = missing.find(({ terms }) => terms.withholding > 0);
  if (one === undefined) return;
  const { holder } = await readPlanNow(plan, "powerState", [PLAN_POWERS.indexOf("tax account")]);
  if (holder !== zeroAddress) return;
  const { row } = one.listed;
  throw row.mistake("withholding", row.get("withholding"), "nothing: the plan has no tax account");
}

async function refuseTooMany(plan: EquityPlan, missing: readonly WantedGrant[]): Promise<void> {
  const units = sum(missing.map(({ terms }) => terms.units));
  const { outstanding } = await readPlanNow(plan, "overview", []);
  const free = plan.settings.authorised - outstanding;
  if (units <= free) return;
  throw new TributaryError("The grants of the file are more than the plan has free.", {
    found: `${units} units in ${missing.length} grants that are not made yet`,
    allowed: `${free} units of ${plan.settings.authorised}`,
    todo: "Grant fewer units: how many are authorised never changes.",
  });
}
