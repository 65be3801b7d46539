import { expect } from "chai";
import { type Address, encodeFunctionData, erc20Abi, parseAbi, parseSignature, toHex } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";
import { encodeCall } from "../access/encodeCall.ts";
import { moveClock } from "../spec/moveClock.ts";
import { TRANSACTION } from "../spec/transaction.ts";
import { ACCOUNTS } from "./support/ACCOUNTS.ts";
import { DEADLINE } from "./support/claimToOrder.ts";
import { compileCollective } from "./support/compileCollective.ts";
import { multicall3 } from "./support/multicall3.ts";
import {
  type Deal,
  giveTokens,
  LINE_EARNS,
  openDeal,
  PAID,
  PERIOD,
  postAs,
  prepareDeal,
  SELLER_EARNS,
  saleBy,
} from "./support/openDeal.ts";
import { openUsdc, USDC } from "./support/openTokens.ts";
import { openWorld, type World } from "./support/openWorld.ts";
import { works } from "./support/outcomes.ts";
import { shippedCode } from "./support/shippedCode.ts";

const FLOW = parseAbi([
  "constructor(address comptroller, address descriptor)",
  "function createAndDeposit(address sender, address recipient, uint128 ratePerSecond, uint40 startTime, address token, bool transferable, uint128 amount) payable returns (uint256)",
  "function withdrawMax(uint256 streamId, address to) payable returns (uint128)",
]);
const MULTICALL = parseAbi([
  "struct Call { address target; bool allowFailure; bytes callData; }",
  "struct Result { bool success; bytes returnData; }",
  "function aggregate3(Call[] calls) payable returns (Result[] results)",
]);

describe("compatibility: Ways to pay and to be paid", () => {
  let world: World;
  before(async () => {
    world = await openWorld();
  });

  describe("EIP-3009 transferWithAuthorization (USDC)", () => {
    works("works", async () => {
      const usdc = await openUsdc(world);
      const deal = await openDeal(world, {}, usdc);
      const payer = await world.openKey();
      await usdc.give(payer.address, PAID);
      const message = {
        ...{ from: payer.address, to: deal.program, value: PAID },
        ...{ validAfter: 0n, validBefore: 2n ** 40n, nonce: toHex(1n, { size: 32 }) },
      } as const;
      const signature = await payer.signTypedData({
        domain: usdcDomain(usdc.address),
        types: {
          TransferWithAuthorization: [
            { name: "from", type: "address" },
            { name: "to", type: "address" },
            { name: "value", type: "uint256" },
            { name: "validAfter", type: "uint256" },
            { name: "validBefore", type: "uint256" },
            { name: "nonce", type: "bytes32" },
          ],
        },
        primaryType: "TransferWithAuthorization",
        message,
      });
      const { from, to, value, validAfter, validBefore, nonce } = message;
      await deal.stranger.writeContract({
        ...{ address: usdc.address, abi: USDC, ...TRANSACTION },
        functionName: "transferWithAuthorization",
        args: [from, to, value, validAfter, validBefore, nonce, signature],
      });
      expect(await syncedRevenue(deal)).to.equal(PAID);
    });
  });

  describe("EIP-2612 permit (USDC)", () => {
    works("works", async () => {
      const usdc = await openUsdc(world);
      const deal = await openDeal(world, {}, usdc);
      const payer = await world.openKey();
      await usdc.give(payer.address, PAID);
      const message = {
        ...{ owner: payer.address, spender: deal.program, value: PAID },
        ...{ nonce: 0n, deadline: DEADLINE },
      };
      const signature = await payer.signTypedData({
        domain: usdcDomain(usdc.address),
        types: {
          Permit: [
            { name: "owner", type: "address" },
            { name: "spender", type: "address" },
            { name: "value", type: "uint256" },
            { name: "nonce", type: "uint256" },
            { name: "deadline", type: "uint256" },
          ],
        },
        primaryType: "Permit",
        message,
      });
      const { r, s, yParity } = parseSignature(signature);
      const permit = { deadline: DEADLINE, v: 27 + yParity, r, s };
      const pay = encodeCall("payWithPermit", [0, usdc.address, PAID, permit]);
      await world.keyed(payer).sendTransaction({ to: deal.program, data: pay, ...TRANSACTION });
      expect(await revenueNow(deal)).to.equal(PAID);
    });
  });

  describe("Sablier Flow 3.0 stream", () => {
    works("works", async () => {
      const deal = await openDeal(world);
      const { chain, deploy } = world;
      const flow = await deploy(shippedCode("@sablier/flow/artifacts/SablierFlow.json"), FLOW, [
        await deploy(compileCollective()("FreeComptroller")),
        chain.factory,
      ]);
      const sender = deal.operator;
      await giveTokens(deal, sender);
      const approve = { abi: erc20Abi, functionName: "approve", args: [flow, PAID] } as const;
      await sender.call(deal.token, encodeFunctionData(approve));
      // A thousand units over ten days; its rates have 18 decimals.
      const days = 10n * 24n * 3_600n;
      const rate = (PAID * 10n ** 12n) / days + 1n;
      const stream = [sender.address, deal.program, rate, 0, deal.token, true, PAID] as const;
      const create = { abi: FLOW, functionName: "createAndDeposit", args: stream } as const;
      await sender.call(flow, encodeFunctionData(create));
      await moveClock(chain, chain.clock.now + PERIOD);
      await deal.stranger.writeContract({
        ...{ address: flow, abi: FLOW, functionName: "withdrawMax", ...TRANSACTION },
        args: [1n, deal.program],
      });
      // It ran in the first period and counts in the second, in which somebody syncs.
      expect(await syncedRevenue(deal)).to.equal(PAID);
    });
  });

  describe("ETH sent by a Safe", () => {
    works("works", async () => {
      const [safe] = ACCOUNTS;
      const account = await safe?.open(world);
      if (account === undefined) throw new Error("There is no Safe.");
      const params = [account.address, `0x${(10n ** 18n).toString(16)}`];
      await world.chain.provider.request({ method: "hardhat_setBalance", params });
      const deal = await openDeal(world);
      await account.call(deal.program, "0x", PAID);
      await deal.lock();
      const { treasury } = world.chain.wallet;
      const claim = encodeCall("claimLine", [0n, ETHER]);
      const gained = await deal.gained(treasury.account.address, ETHER, () =>
        deal.send(deal.stranger, claim),
      );
      expect(gained).to.equal(LINE_EARNS);
    });
  });

  describe("Multicall3", () => {
    works("works", async () => {
      const multicall = await world.deploy(await multicall3());
      const party = world.chain.wallet.partner.account.address;
      const deals = [await openDeal(world), await openDeal(world)];
      for (const deal of deals) {
        await prepareDeal(deal, party);
        await postAs(deal, deal.attributor, deal.token, saleBy(1));
      }
      const [deal] = deals;
      if (deal === undefined) throw new Error("There is no deal.");
      await deal.lock();
      const callData = encodeCall("claim", [party, deal.token]);
      const calls = deals.map(({ program: target }) => ({ target, allowFailure: false, callData }));
      const gained = await deal.gained(party, deal.token, () =>
        deal.stranger.writeContract({
          ...{ address: multicall, abi: MULTICALL, functionName: "aggregate3", ...TRANSACTION },
          args: [calls],
        }),
      );
      expect(gained).to.equal(2n * SELLER_EARNS);
    });
  });
});

/** What counts as revenue of the first kind, now that somebody counts what arrived. */
async function syncedRevenue(deal: Deal): Promise<bigint> {
  await deal.send(deal.stranger, encodeCall("sync", [deal.token]));
  return revenueNow(deal);
}

async function revenueNow(deal: Deal): Promise<bigint> {
  const { client, clock } = deal.chain;
  const { revenue } = await client.readContract({
    ...{ ...deal.read, functionName: "bucketAt" },
    args: [deal.token, 0, BigInt(clock.now)],
  });
  return revenue;
}

function usdcDomain(verifyingContract: Address) {
  return { name: "USD Coin", version: "2", chainId: 31_337, verifyingContract } as const;
}
