import { expect } from "chai";
import { type Address, zeroHash } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";
import type { TypedAct } from "../../core/signing/typedAct.ts";
import { encodeCall } from "../access/encodeCall.ts";
import { REMEDY } from "../access/openSubject.ts";
import { errorNameOf } from "../spec/errorNameOf.ts";
import { moveClock } from "../spec/moveClock.ts";
import { ACCOUNTS, openBareDelegate } from "./support/ACCOUNTS.ts";
import type { Account } from "./support/Account.ts";
import { claimToOrder, DEADLINE } from "./support/claimToOrder.ts";
import {
  type Deal,
  enrollAs,
  fundAs,
  giveTokens,
  LINE_EARNS,
  nextId,
  openDeal,
  PAID,
  POOL_EARNS,
  postAs,
  prepareDeal,
  SELLER_EARNS,
  saleBy,
} from "./support/openDeal.ts";
import { openSimpleAccount } from "./support/openSimpleAccount.ts";
import { openWorld, type World } from "./support/openWorld.ts";
import { fails, works } from "./support/outcomes.ts";

const DAY = 24 * 3_600;
/** `Power` and `Way`. */
const OPERATOR = 0;
const HAND_OVER = 0;
/** The index of the role that sales are credited with. */
const SELLER = 0n;
/** `Status`. */
const SUSPENDED = 2;

describe("compatibility: Accounts", () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });

  for (const { name, open, calls, signs } of ACCOUNTS) {
    describe(name, () => {
      let account: Account;
      before(async () => {
        account = await open(world);
        const params = [account.address, `0x${(10n ** 18n).toString(16)}`];
        await world.chain.provider.request({ method: "hardhat_setBalance", params });
      });

      works("treasury", async () => {
        const deal = await openDeal(world, { treasury: account.address });
        await fundAs(deal, deal.operator);
        for (const currency of [ETHER, deal.token]) {
          const withdraw = encodeCall("withdrawFunds", [currency, PAID]);
          const operator = () => deal.operator.call(deal.program, withdraw);
          expect(await deal.gained(account.address, currency, operator)).to.equal(PAID);
        }
        await deal.send(world.chain.wallet.customer, encodeCall("pay", [0, ETHER, PAID]), PAID);
        await deal.lock();
        const claim = encodeCall("claimResidual", [ETHER, 10n]);
        const residual = await deal.gained(account.address, ETHER, () =>
          deal.send(deal.stranger, claim),
        );
        expect(residual).to.equal(PAID - LINE_EARNS);
      });

      works("partner", async () => {
        const deal = await openDeal(world);
        await prepareDeal(deal, account.address);
        for (const currency of [ETHER, deal.token])
          await postAs(deal, deal.attributor, currency, saleBy(1));
        await deal.lock();
        for (const currency of [ETHER, deal.token]) {
          const claim = encodeCall("claimMany", [[account.address], currency]);
          const gained = await deal.gained(account.address, currency, () =>
            deal.send(deal.stranger, claim),
          );
          expect(gained).to.equal(SELLER_EARNS);
        }
      });

      works("holder", async () => {
        const deal = await openDeal(world, { holder: account.address });
        await deal.send(world.chain.wallet.customer, encodeCall("pay", [0, ETHER, PAID]), PAID);
        await deal.lock();
        const claim = encodeCall("claimLine", [0n, ETHER]);
        const gained = await deal.gained(account.address, ETHER, () =>
          deal.send(deal.stranger, claim),
        );
        expect(gained).to.equal(LINE_EARNS);
      });

      works("pool", async () => {
        const deal = await openDeal(world, { pool: account.address });
        await prepareDeal(deal, world.chain.wallet.partner.account.address);
        await postAs(deal, deal.attributor, deal.token, saleBy(1));
        await deal.lock();
        const claim = encodeCall("claim", [account.address, deal.token]);
        const gained = await deal.gained(account.address, deal.token, () =>
          deal.send(deal.stranger, claim),
        );
        expect(gained).to.equal(POOL_EARNS);
      });

      const signed = signs ? works : fails;
      signed("signs", async () => {
        const { stranger, customer } = world.chain.wallet;
        const to = customer.account.address;
        const deal = await openOwing(world, account.address);
        const order = await claimToOrder(deal, account.address, to);
        const signature = await (account.sign ?? signStranger)(order);
        const act = encodeCall("claimTo", [account.address, deal.token, to]);
        const args = [account.address, act, DEADLINE, signature] as const;
        const attempt = () =>
          world.chain.client.simulateContract({
            ...{ ...deal.read, functionName: "actSigned", args, account: stranger.account },
          });
        if (!signs) {
          expect(await refusalOf(attempt)).to.equal("Program_InvalidSignature");
          return;
        }
        const gained = await deal.gained(to, deal.token, () =>
          deal.send(stranger, encodeCall("actSigned", args)),
        );
        expect(gained).to.equal(SELLER_EARNS);

        function signStranger(typed: TypedAct) {
          return stranger.signTypedData(typed);
        }
      });

      if (!calls) return;

      // R1: a party that cannot sign calls.
      works("redirects", async () => {
        const to = world.chain.wallet.customer.account.address;
        const deal = await openOwing(world, account.address);
        const redirect = encodeCall("claimTo", [account.address, deal.token, to]);
        const gained = await deal.gained(to, deal.token, () =>
          account.call(deal.program, redirect),
        );
        expect(gained).to.equal(SELLER_EARNS);
      });

      works("operator", async () => {
        const deal = await openDeal(world, { operator: account.address });
        await enrollAs(deal, account, world.chain.wallet.partner.account.address);
        await fundAs(deal, account);
        await postAs(deal, deal.attributor, deal.token, saleBy(1));
        await account.call(deal.program, encodeCall("setStatus", [1n, SUSPENDED, "late"]));
        await account.call(
          deal.program,
          encodeCall("proposeAmendment", [{ ...deal.terms, name: "Amended" }, "", zeroHash]),
        );
        const { client } = world.chain;
        const amended = await client.readContract({ ...deal.read, functionName: "amendedTerms" });
        expect(amended.name).to.equal("Amended");
      });

      works("attributor", async () => {
        const deal = await openDeal(world, { attributor: account.address });
        await prepareDeal(deal, world.chain.wallet.partner.account.address);
        const sale = await postAs(deal, account, deal.token, saleBy(1));
        const refund = { sale, id: nextId(), tag: 0n, amount: PAID, reason: "returned" };
        await account.call(deal.program, encodeCall("refund", [[refund], zeroHash]));
        expect((await stateOf(deal)).refunded).to.equal(PAID);
      });

      works("arbiter", async () => {
        const deal = await openDeal(world, { arbiter: account.address });
        const { partner } = world.chain.wallet;
        await prepareDeal(deal, partner.account.address);
        const sale = await postAs(deal, deal.attributor, deal.token, saleBy(1));
        await deal.send(
          partner,
          encodeCall("dispute", [partner.account.address, sale, SELLER, "mine", zeroHash]),
        );
        const frozen = await stateOf(deal);
        await account.call(deal.program, encodeCall("upholdSale", [sale, "it stands"]));
        expect((await stateOf(deal)).dispute).to.not.equal(frozen.dispute);
        const notice = encodeCall("giveNotice", [0n, REMEDY.suspend, "breach", zeroHash]);
        await account.call(deal.program, notice);
        expect((await lineState(deal)).remedy).to.equal(REMEDY.suspend);
      });

      works("guardian", async () => {
        const deal = await openDeal(world, { guardian: account.address });
        await account.call(deal.program, encodeCall("removeAttributor", []));
        await account.call(deal.program, encodeCall("suspendArbiter", []));
        const { client } = world.chain;
        const held = await client.readContract({ ...deal.read, functionName: "holders" });
        expect(held).to.include(account.address).and.not.include(deal.attributor.address);
      });

      works("successor", async () => {
        const deal = await openDeal(world);
        const handOver = [OPERATOR, HAND_OVER] as const;
        const propose = encodeCall("proposePower", [...handOver, account.address]);
        await deal.operator.call(deal.program, propose);
        await moveClock(world.chain, world.chain.clock.now + 7 * DAY);
        await account.call(deal.program, encodeCall("acceptPower", handOver));
        await enrollAs(deal, account, world.chain.wallet.partner.account.address);
      });

      works("disputes", async () => {
        const deal = await openDeal(world);
        await prepareDeal(deal, account.address);
        const sale = await postAs(deal, deal.attributor, deal.token, saleBy(1));
        await account.call(
          deal.program,
          encodeCall("dispute", [account.address, sale, SELLER, "mine", zeroHash]),
        );
        expect((await stateOf(deal)).disputant).to.equal(1);
      });

      works("agrees", async () => {
        const deal = await openDeal(world, { holder: account.address });
        await account.call(deal.program, encodeCall("agreeExit", [0n, true]));
        await deal.operator.call(deal.program, encodeCall("agreeExit", [0n, true]));
        expect((await lineState(deal)).ends).to.not.equal(0);
      });

      works("payer", async () => {
        const deal = await openDeal(world);
        await prepareDeal(deal, world.chain.wallet.partner.account.address);
        await giveTokens(deal, account);
        for (const currency of [ETHER, deal.token]) {
          const sale = saleBy(1, account.address);
          const payment = encodeCall("paySale", [sale.id, 0, currency, PAID]);
          await account.call(deal.program, payment, currency === ETHER ? PAID : 0n);
          const shown = await postAs(deal, deal.attributor, currency, sale);
          const refund = { sale: shown, id: nextId(), tag: 0n, amount: PAID, reason: "" };
          await deal.attributor.call(deal.program, encodeCall("refund", [[refund], zeroHash]));
          const claim = encodeCall("claim", [account.address, currency]);
          const gained = await deal.gained(account.address, currency, () =>
            deal.send(deal.stranger, claim),
          );
          expect(gained).to.equal(PAID);
        }
      });

      works("moves", async () => {
        const deal = await openDeal(world);
        const { partner } = world.chain.wallet;
        const party = partner.account.address;
        await prepareDeal(deal, party);
        await postAs(deal, deal.attributor, deal.token, saleBy(1));
        await deal.send(partner, encodeCall("proposeMove", [party, account.address]));
        await moveClock(world.chain, world.chain.clock.now + 7 * DAY);
        await account.call(deal.program, encodeCall("finishMove", [party]));
        await deal.lock();
        const claim = encodeCall("claim", [party, deal.token]);
        const gained = await deal.gained(account.address, deal.token, () =>
          deal.send(deal.stranger, claim),
        );
        expect(gained).to.equal(SELLER_EARNS);
      });
    });
  }

  describe("ERC-4337 account, not yet deployed", () => {
    works("partner", async () => {
      const account = await openSimpleAccount(world);
      const deal = await openOwing(world, account.address);
      const claim = encodeCall("claimMany", [[account.address], deal.token]);
      const gained = await deal.gained(account.address, deal.token, () =>
        deal.send(deal.stranger, claim),
      );
      expect(gained).to.equal(SELLER_EARNS);
      expect(await world.chain.client.getCode(account)).to.equal(undefined);
    });

    works("agrees", async () => {
      const account = await openSimpleAccount(world);
      const deal = await openDeal(world, { holder: account.address });
      expect(await world.chain.client.getCode(account)).to.equal(undefined);
      // Its first operation deploys it.
      await account.call(deal.program, encodeCall("agreeExit", [0n, true]));
      expect((await lineState(deal)).agreed).to.not.equal(0);
    });
  });

  describe("EIP-7702: Multicall3 (takes no ETH)", () => {
    fails("partner", async () => {
      const account = await openBareDelegate(world);
      const deal = await openDeal(world);
      await prepareDeal(deal, account.address);
      await postAs(deal, deal.attributor, ETHER, saleBy(1));
      await deal.lock();
      const claim = encodeCall("claimMany", [[account.address], ETHER]);
      const gained = await deal.gained(account.address, ETHER, () =>
        deal.send(deal.stranger, claim),
      );
      expect(gained).to.equal(0n);
      expect(await deal.owed(account.address, ETHER)).to.equal(SELLER_EARNS);
    });

    // R2: its key signs, whatever its code.
    works("signs", async () => {
      const account = await openBareDelegate(world);
      const deal = await openOwing(world, account.address);
      const to = world.chain.wallet.customer.account.address;
      const order = await claimToOrder(deal, account.address, to);
      const act = encodeCall("claimTo", [account.address, deal.token, to]);
      const signed = [account.address, act, DEADLINE, await signedBy(account, order)] as const;
      const gained = await deal.gained(to, deal.token, () =>
        deal.send(deal.stranger, encodeCall("actSigned", signed)),
      );
      expect(gained).to.equal(SELLER_EARNS);
    });

    works("redirects", async () => {
      const account = await openBareDelegate(world);
      const deal = await openDeal(world);
      await prepareDeal(deal, account.address);
      await postAs(deal, deal.attributor, ETHER, saleBy(1));
      await deal.lock();
      const to = world.chain.wallet.customer.account.address;
      const redirect = encodeCall("claimTo", [account.address, ETHER, to]);
      const gained = await deal.gained(to, ETHER, () => account.call(deal.program, redirect));
      expect(gained).to.equal(SELLER_EARNS);
    });

    fails("treasury", async () => {
      const account = await openBareDelegate(world);
      const deal = await openDeal(world, { treasury: account.address });
      await fundAs(deal, deal.operator);
      const withdraw = encodeCall("withdrawFunds", [ETHER, PAID]);
      await deal.operator.call(deal.program, withdraw);
      // What it does not take is not stuck: it is owed.
      expect(await deal.owed(account.address, ETHER)).to.equal(PAID);
    });
  });
});

/** A deal in which a partner is owed what a sale brought it. */
async function openOwing(world: World, partner: Address): Promise<Deal> {
  const deal = await openDeal(world);
  await prepareDeal(deal, partner);
  await postAs(deal, deal.attributor, deal.token, saleBy(1));
  await deal.lock();
  return deal;
}

function signedBy({ sign }: Account, typed: TypedAct) {
  if (sign === undefined) throw new Error("Nobody signs for the account.");
  return sign(typed);
}

/** What a call is refused with. */
async function refusalOf(attempt: () => Promise<unknown>): Promise<string> {
  return attempt().then(() => "nothing", errorNameOf);
}

function stateOf({ chain: { client }, read }: Deal) {
  return client.readContract({ ...read, functionName: "stateOf", args: [1n, 0n] });
}

function lineState({ chain: { client }, read }: Deal) {
  return client.readContract({ ...read, functionName: "lineState", args: [0n] });
}
