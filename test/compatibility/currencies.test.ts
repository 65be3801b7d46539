import { expect } from "chai";
import { type Address, encodeFunctionData, erc20Abi } from "viem";
import { encodeCall } from "../access/encodeCall.ts";
import { CURRENCIES } from "./support/CURRENCIES.ts";
import { claimToOrder, DEADLINE } from "./support/claimToOrder.ts";
import {
  type Deal,
  giveTokens,
  LINE_EARNS,
  openDeal,
  PAID,
  postAs,
  prepareDeal,
  SELLER_EARNS,
  saleBy,
  type Token,
} from "./support/openDeal.ts";
import { openUsdc, USDC, type Usdc } from "./support/openTokens.ts";
import { openWorld, type World } from "./support/openWorld.ts";
import { works } from "./support/outcomes.ts";

describe("compatibility: Currencies", () => {
  for (const { name, open, unlimited } of CURRENCIES) {
    describe(name, () => {
      let world: World;
      let token: Token;
      before(async () => {
        world = await openWorld({ unlimited });
        token = await open(world);
      });

      works("funds", async () => {
        const { partner, treasury } = world.chain.wallet;
        const deal = await openDeal(world, {}, token);
        await prepareDeal(deal, partner.account.address);
        await postAs(deal, deal.attributor, token.address, saleBy(1));
        const withdraw = encodeCall("withdrawFunds", [token.address, PAID]);
        const gained = await deal.gained(treasury.account.address, token.address, () =>
          deal.operator.call(deal.program, withdraw),
        );
        expect(gained).to.equal(PAID);
        await expectSolvent(deal);
      });

      works("payments", async () => {
        const deal = await openDeal(world, {}, token);
        const { partner, treasury } = world.chain.wallet;
        await prepareDeal(deal, partner.account.address);
        await giveTokens(deal, deal.attributor);
        const pay = encodeCall("pay", [0, token.address, PAID]);
        await deal.attributor.call(deal.program, pay);
        const sale = saleBy(1, deal.attributor.address);
        const paySale = encodeCall("paySale", [sale.id, 0, token.address, PAID]);
        await deal.attributor.call(deal.program, paySale);
        await postAs(deal, deal.attributor, token.address, sale);
        await deal.lock();
        const claim = encodeCall("claimLine", [0n, token.address]);
        const gained = await deal.gained(treasury.account.address, token.address, () =>
          deal.send(deal.stranger, claim),
        );
        expect(gained).to.equal(2n * LINE_EARNS);
      });

      works("claims", async () => {
        const deal = await openDeal(world, {}, token);
        const party = world.chain.wallet.partner.account.address;
        await prepareDeal(deal, party);
        for (let round = 0; round < 2; round++)
          await postAs(deal, deal.attributor, token.address, saleBy(1));
        await deal.lock();
        const claim = encodeCall("claim", [party, token.address]);
        const gained = await deal.gained(party, token.address, () =>
          deal.send(deal.stranger, claim),
        );
        expect(gained).to.equal(2n * SELLER_EARNS);
        await expectSolvent(deal);
      });

      works("claims together", async () => {
        const deal = await openDeal(world, {}, token);
        const { partner, treasury } = world.chain.wallet;
        const parties = [partner.account.address, treasury.account.address];
        await prepareDeal(deal, partner.account.address);
        await postAs(deal, deal.attributor, token.address, saleBy(1));
        await deal.lock();
        await deal.send(deal.stranger, encodeCall("settleLine", [0n, token.address]));
        const claim = encodeCall("claimMany", [parties, token.address]);
        const gained = await deal.gained(partner.account.address, token.address, () =>
          deal.send(deal.stranger, claim),
        );
        expect(gained).to.equal(SELLER_EARNS);
        for (const party of parties) expect(await deal.owed(party, token.address)).to.equal(0n);
      });

      // R3: SuperTokens need several times what estimates say.
      works("too little gas", async () => {
        const deal = await openDeal(world, {}, token);
        const party = world.chain.wallet.partner.account.address;
        await prepareDeal(deal, party);
        await postAs(deal, deal.attributor, token.address, saleBy(1));
        await deal.lock();
        const data = encodeCall("claimMany", [[party], token.address]);
        const { provider } = world.chain;
        const outcomes = new Set<string>();
        for (let gas = 60_000n; gas <= 1_000_000n; gas += 20_000n) {
          const snapshot = await provider.request({ method: "evm_snapshot", params: [] });
          const call = { to: deal.program, data, gas, chain: null };
          const mined = await deal.stranger.sendTransaction(call).then(
            () => true,
            () => false,
          );
          const owed = await deal.owed(party, token.address);
          expect(owed, `with ${gas} gas`).to.equal(mined ? 0n : SELLER_EARNS);
          outcomes.add(mined ? "paid" : "reverted");
          await provider.request({ method: "evm_revert", params: [snapshot] });
        }
        expect([...outcomes].toSorted()).to.deep.equal(["paid", "reverted"]);
      });

      works("plain transfers", async () => {
        const deal = await openDeal(world, {}, token);
        await giveTokens(deal, deal.operator);
        const transfer = {
          abi: erc20Abi,
          functionName: "transfer",
          args: [deal.program, PAID],
        } as const;
        await deal.operator.call(token.address, encodeFunctionData(transfer));
        await deal.send(deal.stranger, encodeCall("sync", [token.address]));
        await deal.lock();
        const { treasury } = world.chain.wallet;
        const claim = encodeCall("claimLine", [0n, token.address]);
        const gained = await deal.gained(treasury.account.address, token.address, () =>
          deal.send(deal.stranger, claim),
        );
        expect(gained).to.equal(LINE_EARNS);
      });
    });
  }
});

describe("compatibility: USDC's issuer", () => {
  let world: World;
  let usdc: Usdc;
  before(async () => {
    world = await openWorld();
    usdc = await openUsdc(world);
  });

  /** A deal with a partner that 100 USDC units are locked for. */
  async function owing() {
    const deal = await openDeal(world, {}, usdc);
    const party = world.chain.wallet.partner.account.address;
    await prepareDeal(deal, party);
    await postAs(deal, deal.attributor, usdc.address, saleBy(1));
    await deal.lock();
    return { deal, party };
  }

  const block = (party: Address) =>
    usdc.issue(encodeFunctionData({ abi: USDC, functionName: "blacklist", args: [party] }));

  describe("pauses the token", () => {
    works("claims wait", async () => {
      const { deal, party } = await owing();
      await usdc.issue(encodeFunctionData({ abi: USDC, functionName: "pause" }));
      const together = encodeCall("claimMany", [[party], usdc.address]);
      await deal.send(deal.stranger, together);
      expect(await deal.owed(party, usdc.address)).to.equal(SELLER_EARNS);
      await usdc.issue(encodeFunctionData({ abi: USDC, functionName: "unpause" }));
      const gained = await deal.gained(party, usdc.address, () =>
        deal.send(deal.stranger, together),
      );
      expect(gained).to.equal(SELLER_EARNS);
    });
  });

  describe("blocks a partner", () => {
    works("others are paid", async () => {
      const { deal, party } = await owing();
      const { treasury } = world.chain.wallet;
      await block(party);
      await deal.send(deal.stranger, encodeCall("settleLine", [0n, usdc.address]));
      const parties = [party, treasury.account.address];
      const together = encodeCall("claimMany", [parties, usdc.address]);
      const gained = await deal.gained(treasury.account.address, usdc.address, () =>
        deal.send(deal.stranger, together),
      );
      expect(gained).to.equal(LINE_EARNS);
      expect(await deal.owed(party, usdc.address)).to.equal(SELLER_EARNS);
    });

    works("is paid elsewhere", async () => {
      const { deal, party } = await owing();
      const { customer, partner } = world.chain.wallet;
      const to = customer.account.address;
      await block(party);
      const order = await claimToOrder(deal, party, to);
      const signature = await partner.signTypedData(order);
      const act = encodeCall("claimTo", [party, usdc.address, to]);
      const args = [party, act, DEADLINE, signature] as const;
      const gained = await deal.gained(to, usdc.address, () =>
        deal.send(deal.stranger, encodeCall("actSigned", args)),
      );
      expect(gained).to.equal(SELLER_EARNS);
    });
  });
});

async function expectSolvent({ chain: { client }, read, balanceOf, program, token }: Deal) {
  const all = await client.readContract({ ...read, functionName: "solvency" });
  const own = all.find(({ currency }) => currency.toLowerCase() === token.toLowerCase());
  expect(own?.balance).to.equal(await balanceOf(program, token));
}
