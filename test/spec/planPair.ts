import { expect } from "chai";
import { network } from "hardhat";
import { type Address, type Hex, padHex, parseEventLogs, toHex, zeroHash } from "viem";
import { advanceGrant } from "../../core/equity/advanceGrant.ts";
import { acceptOffer, offerFor } from "../../core/equity/buyOut.ts";
import { claimGrant } from "../../core/equity/claimGrant.ts";
import { declareExit } from "../../core/equity/declareExit.ts";
import { EquityError } from "../../core/equity/EquityError.ts";
import { earningsOf } from "../../core/equity/earningsOf.ts";
import { grantUnits } from "../../core/equity/grantUnits.ts";
import { isLapsed, lapseContingent } from "../../core/equity/lapseContingent.ts";
import { leavePlan } from "../../core/equity/leavePlan.ts";
import { levelIn } from "../../core/equity/levelIn.ts";
import { openPlan } from "../../core/equity/openPlan.ts";
import { outstandingOf } from "../../core/equity/outstandingOf.ts";
import type { Grant, GrantTerms, Leave } from "../../core/equity/PlanBooks.ts";
import { pauseGrant, resumeGrant } from "../../core/equity/pauseGrant.ts";
import { shareMoney } from "../../core/equity/shareMoney.ts";
import { vestedUnits } from "../../core/equity/vestedUnits.ts";

export const DAY = 86_400;

/** Notice and hand-over of the plans: what is announced takes effect a day later. */
const AHEAD = DAY;
const CURRENCY = 0;

export interface PairTerms {
  readonly authorised: bigint;
  readonly restToTreasury: boolean;
  /** The hurdles above class 0. */
  readonly classes: readonly bigint[];
  readonly restClass: number;
  readonly resignLoss: number;
  readonly causeLoss: number;
  readonly window: number;
  readonly pauseLimit: number;
  readonly flow: boolean;
}

export type PlanPair = Awaited<ReturnType<Awaited<ReturnType<typeof openPlanPair>>>>;

/** Plans on one chain, each beside its model: every act is done to both, and both must refuse it, or neither. */
export async function openPlanPair() {
  const { viem, provider } = await network.create({
    network: "default",
    override: { allowBlocksWithSameTimestamp: true, initialDate: "2030-01-01T00:00:00Z" },
  });
  const client = await viem.getPublicClient();
  const [wallet] = await viem.getWalletClients();
  if (wallet === undefined) throw new Error("The development network has no accounts.");
  const own = wallet.account.address;
  const code = await viem.deployContract("EquityPlan", [
    (await viem.deployContract("EquityGrants", [own])).address,
    (await viem.deployContract("EquityLeaving")).address,
    (await viem.deployContract("EquityBuyouts")).address,
    (await viem.deployContract("EquityHolders")).address,
    (await viem.deployContract("EquityPowers")).address,
    (await viem.deployContract("EquitySigned")).address,
    (await viem.deployContract("EquityViews")).address,
  ]);
  const factory = await viem.deployContract("EquityPlanFactory", [code.address]);
  const token = await viem.deployContract("TestToken", ["Token", "TKN", 6]);
  let now = Number((await client.getBlock()).timestamp);
  let plans = 0;

  async function moveTo(time: number): Promise<void> {
    now = time;
    await provider.request({ method: "evm_setNextBlockTimestamp", params: [time] });
    await provider.request({ method: "evm_mine", params: [] });
  }

  /** Sends at the time that it is; false where it is refused. */
  async function isTaken(send: () => Promise<Hex>): Promise<boolean> {
    await provider.request({ method: "evm_setNextBlockTimestamp", params: [now] });
    try {
      await client.waitForTransactionReceipt({ hash: await send() });
      return true;
    } catch (error) {
      if (!/EquityPlan_/.test(String(error))) throw error;
      return false;
    }
  }

  return async (given: PairTerms) => {
    const hurdles = [0n, ...given.classes];
    const restClass = given.restClass % hurdles.length;
    const hash = await factory.write.create([
      {
        ...{
          name: "Pair",
          operator: own,
          arbiter: own,
          guardian: own,
          treasury: own,
          taxAccount: own,
        },
        ...{ authorised: given.authorised, restToTreasury: given.restToTreasury, flow: given.flow },
        ...{ resignLoss: given.resignLoss, causeLoss: given.causeLoss, window: given.window },
        pauseLimit: given.pauseLimit,
        ...{ restClass, currencies: [token.address], hurdles: hurdles.map((hurdle) => [hurdle]) },
        ...{ notice: AHEAD, callWindow: 0, multiple: 0, start: 0, period: 0, handover: AHEAD },
        ...{ move: 0, silence: 0 },
      },
      `ipfs://${plans++}`,
      zeroHash,
    ]);
    const { logs } = await client.waitForTransactionReceipt({ hash });
    const [created] = parseEventLogs({ abi: factory.abi, eventName: "PlanCreated", logs });
    if (created === undefined) throw new Error("No plan was created.");
    const plan = await viem.getContractAt("EquityPlan", created.args.plan);
    await client.waitForTransactionReceipt({
      hash: await token.write.approve([plan.address, 2n ** 255n]),
    });
    now = Number((await client.getBlock()).timestamp);
    const books = openPlan({ ...given, restClass, hurdles: hurdles.map((hurdle) => [hurdle]) });

    /** Does an act to both. */
    async function both(send: () => Promise<Hex>, act: () => void): Promise<boolean> {
      const taken = await isTaken(send);
      expect(attempt(act), "whether the model takes it").to.equal(taken);
      return taken;
    }

    function picked(id: number): { grant: Grant; id: bigint } | undefined {
      const place = books.grants.length === 0 ? 0 : id % books.grants.length;
      const grant = books.grants[place];
      return grant && { grant, id: BigInt(place + 1) };
    }

    return {
      async wait(time: number) {
        await moveTo(now + time);
      },
      async grant(terms: Omit<GrantTerms, "holder">) {
        const {
          units,
          class: group,
          starts,
          cliff,
          length,
          step,
          single,
          double,
          withholding,
        } = terms;
        const start = now + starts;
        const holder = holderOf(books.grants.length);
        const own = { ...terms, class: group % hurdles.length, holder, starts: start };
        const asked = {
          holder,
          units,
          class: own.class,
          start,
          cliff,
          length,
          step,
          single,
          double,
        };
        await both(
          () =>
            plan.write.grant([[{ ...asked, withholding, agreement: padHex("0x1", { size: 32 }) }]]),
          () => void grantUnits(books, own),
        );
      },
      async money(amount: bigint) {
        await isTaken(() => token.write.mint([plan.address, amount]));
        await both(
          () => plan.write.sync([token.address]),
          () => shareMoney(books, CURRENCY, amount),
        );
        if (!given.flow) return;
        for (const [index, grant] of books.grants.entries())
          await both(
            () => plan.write.advance([BigInt(index + 1)]),
            () => advanceGrant(books, grant, CURRENCY, now),
          );
      },
      async claim(which: number) {
        const one = picked(which);
        if (one === undefined) return;
        const taken = await isTaken(() => plan.write.claim([one.id, token.address]));
        expect(claimGrant(books, one.grant, CURRENCY, now) > 0n, "something to claim").to.equal(
          taken,
        );
      },
      async pause(which: number) {
        const one = picked(which);
        if (one === undefined || one.grant.units === 0n) return;
        await both(
          () => plan.write.pause([one.id]),
          () => pauseGrant(books, one.grant, now),
        );
      },
      async resume(which: number) {
        const one = picked(which);
        if (one === undefined) return;
        await both(
          () => plan.write.resume([one.id]),
          () => resumeGrant(books, one.grant, now),
        );
      },
      /** Announced now, and booked on its date. */
      async leave(which: number, kind: Leave) {
        const one = picked(which);
        if (one === undefined) return;
        const date = now + AHEAD;
        const account = one.grant.terms.holder as Address;
        const taken = await isTaken(async () => {
          if (kind === "dismissed") return plan.write.dismiss([one.id, date, ""]);
          if (kind === "cause") return plan.write.dismissForCause([one.id, "", zeroHash]);
          await impersonate(account);
          return plan.write.resign([one.id, date], { account });
        });
        // Notice ends a pause.
        if (taken && one.grant.stopped !== undefined) resumeGrant(books, one.grant, now);
        if (taken) await moveTo(date);
        const isBooked = taken && (await isTaken(() => plan.write.finishLeave([one.id])));
        expect(
          attempt(() => leavePlan(books, one.grant, kind, date)),
          "whether the model lets it leave",
        ).to.equal(isBooked);
      },
      /** Offered now, and taken as soon as it can be. */
      async sell(which: number) {
        const one = picked(which);
        if (one === undefined) return;
        await isTaken(() => token.write.mint([own, 7n]));
        const offered = await both(
          () => plan.write.offer([one.id, token.address, 7n]),
          () => offerFor(one.grant, CURRENCY, 7n),
        );
        if (!offered) return;
        await moveTo(now + AHEAD);
        const account = one.grant.terms.holder as Address;
        await impersonate(account);
        await both(
          () => plan.write.acceptOffer([one.id, token.address, 7n], { account }),
          () => void acceptOffer(books, one.grant, now),
        );
      },
      async lapse(which: number) {
        const one = picked(which);
        if (one === undefined) return;
        const taken = await isTaken(() => plan.write.lapse([one.id]));
        const lapsed = isLapsed(books, one.grant, now);
        if (lapsed) lapseContingent(books, one.grant);
        expect(lapsed, "whether it lapses").to.equal(taken);
      },
      async exit() {
        const taken = await isTaken(() => plan.write.declareExit([""]));
        if (taken) await moveTo(now + AHEAD);
        expect(
          attempt(() => declareExit(books, now)),
          "whether the model takes it",
        ).to.equal(taken);
      },
      /** Compares all books. Returns how many figures were. */
      async compare(): Promise<number> {
        const money = await plan.read.levelOf([token.address]);
        const { level, waiting, treasury } = levelIn(books, CURRENCY);
        const found = { level: money.level, waiting: money.waiting, treasury: money.treasury };
        expect(found).to.deep.equal({ level, waiting, treasury });
        const { outstanding, byClass } = await plan.read.overview();
        expect(outstanding).to.equal(outstandingOf(books));
        expect(byClass).to.deep.equal(books.classes);
        for (const [index, grant] of books.grants.entries()) {
          const id = BigInt(index + 1);
          const state = await plan.read.grantAt([id]);
          const earned = await plan.read.earningsOf([id, token.address]);
          const vested = await plan.read.vestedOf([id, BigInt(now)]);
          const told = { ...earned, vested, units: state.units, contingent: state.contingent };
          const { held, payable, owed, paid } = earningsOf(books, grant, CURRENCY, now);
          expect(told, `grant ${id}`).to.deep.equal({
            ...{ held, payable_: payable, owed, paid, vested: vestedUnits(books, grant, now) },
            ...{ units: grant.units, contingent: grant.contingent },
          });
        }
        return 4 + 7 * books.grants.length;
      },
    };
  };

  async function impersonate(account: Address): Promise<void> {
    await provider.request({ method: "hardhat_impersonateAccount", params: [account] });
    const balance = `0x${(2n ** 64n).toString(16)}`;
    await provider.request({ method: "hardhat_setBalance", params: [account, balance] });
  }
}

/** Whether the model takes an act. */
function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (!(error instanceof EquityError)) throw error;
    return false;
  }
}

function holderOf(index: number): Address {
  return toHex(0xaaaabbbbccccddddeeeeaaaabbbbccccdddd1111n + BigInt(index), { size: 20 });
}
