import { expect } from "chai";
import { type Address, type Hex, numberToHex, parseUnits, zeroHash } from "viem";
import { SALE_POSTED } from "../../core/batches/leafOf.ts";
import { HistoryMismatchError } from "../../core/history/HistoryMismatchError.ts";
import { toId } from "../../core/ids/toId.ts";
import { decodeEventsNamed } from "../../core/logs/decodeEventsNamed.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { addFunds } from "../../scripts/chain/funds/addFunds.ts";
import { creationBlockOf } from "../../scripts/chain/history/creationBlockOf.ts";
import { readFolds } from "../../scripts/chain/history/readFolds.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { readProgram } from "../../scripts/chain/readProgram.ts";
import { send } from "../../scripts/chain/send.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { limitNode } from "./support/limitNode.ts";
import { postPacked } from "./support/postPacked.ts";
import { ANA, seedProgram } from "./support/seed.ts";
import { TERMS } from "./support/terms.ts";
import { openWorld, type World } from "./support/world.ts";

const CALLS = 300;
const BLOCKS_BETWEEN = 10_000;

describe("The history of 300 calls over 3,000,000 blocks", function () {
  this.timeout(300_000);
  let folder: Folder;
  let world: World;
  let program: Program;
  let latest: bigint;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await seedProgram(world, folder, { ...TERMS, disputes: { limit: 255 } });
    const [, usdc] = program.currencies;
    if (usdc === undefined) throw new Error("no token");
    await addFunds(program, world.account, usdc, parseUnits("1000", usdc.decimals));
    await makeCalls(usdc.address);
    latest = await world.chain.client.getBlockNumber();
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  /** Posts, refunds, disputes and enrolls, one call each and many blocks apart; with the enrollment before it that is all. */
  async function makeCalls(currency: Address) {
    const call = { address: program.address, abi: programAbi, account: world.account } as const;
    for (let index = 1; index < CALLS; index++) {
      await mine();
      if (index % 20 === 0) {
        const wallet = numberToHex(0x1000 + index, { size: 20 });
        const one = { wallet, name: `p${index}`, tier: 0, joined: 0, referrer: 0 };
        await send(world.chain, { ...call, functionName: "enroll", args: [[one]] });
        continue;
      }
      const sale = await postOne(index);
      if (index % 5 === 0 && index + 1 < CALLS) {
        index += 1;
        await mine();
        const what = { sale, id: toId(`r-${index}`), tag: 0n, amount: 1n, reason: "part" };
        await send(world.chain, { ...call, functionName: "refund", args: [[what], zeroHash] });
      } else if (index % 7 === 0 && index + 1 < CALLS) {
        index += 1;
        await mine();
        const args = [ANA, sale, 0n, "mine", zeroHash] as const;
        await send(world.chain, { ...call, account: ANA, functionName: "dispute", args });
      }
    }
    await mine();

    async function postOne(index: number) {
      const { timestamp } = await world.chain.client.getBlock();
      const [shown] = await postPacked(program, { account: world.account, currency }, [
        {
          ...{ id: toId(`s-${index}`), time: Number(timestamp), amount: 1_000_000n, kind: 0 },
          payer: undefined,
          credits: [{ partner: 2, role: 0, weight: 1 }],
        },
      ]);
      if (shown === undefined) throw new Error("no sale");
      return shown;
    }
  }

  async function mine() {
    await world.chain.connection.provider.request({
      method: "hardhat_mine",
      params: [numberToHex(BLOCKS_BETWEEN), numberToHex(1)],
    });
  }

  it("is read from a node that gives 500 blocks at once, in 320 requests at most", async () => {
    const node = limitNode(world.chain, 500);
    const names = new Set<string>();
    let calls = 0;
    for await (const { logs } of readFolds({ ...program, chain: node.chain }, 0n)) {
      calls += 1;
      for (const { eventName } of decodeEventsNamed(logs, NAMES)) names.add(eventName);
    }
    expect(Number(latest)).to.be.at.least(CALLS * BLOCKS_BETWEEN);
    expect(calls).to.equal(CALLS);
    expect([...names].sort()).to.deep.equal([...NAMES].sort());
    expect(node.requests()).to.be.at.most(320);
  });

  it("is read by ranges, each proved, from a node that gives 1,000,000", async () => {
    const node = limitNode(world.chain, 1_000_000);
    let calls = 0;
    for await (const _ of readFolds({ ...program, chain: node.chain }, 0n)) calls += 1;
    expect(calls).to.equal(CALLS);
    expect(node.requests()).to.be.at.most(60);
  });

  it("gives the newest calls first, whatever is asked of it", async () => {
    const node = limitNode(world.chain, 500);
    const blocks: bigint[] = [];
    for await (const { blockNumber } of readFolds({ ...program, chain: node.chain }, 0n)) {
      blocks.push(blockNumber);
      if (blocks.length === 5) break;
    }
    const word = await readProgram(program, "history", []);
    expect(blocks[0]).to.equal(word & 0xff_ffff_ffffn);
    expect(blocks).to.deep.equal(blocks.toSorted((a, b) => Number(b - a)));
    expect(node.requests()).to.be.at.most(10);
  });

  it("is not taken from a node that lies", async () => {
    const { client } = world.chain;
    const request = async (call: { method: string; params?: unknown }) => {
      const answer = await client.request(call as never);
      return call.method === "eth_getLogs" ? withoutASale(answer as { topics: Hex[] }[]) : answer;
    };
    const chain = { ...world.chain, client: { ...client, request } as typeof client };
    const read = async () => {
      for await (const _ of readFolds(
        { ...program, chain },
        await creationBlockOf(program, latest),
      ));
    };
    const error: unknown = await read().catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(HistoryMismatchError);
  });
});

/** As a node gives them that hides one sale. */
function withoutASale<Entry extends { readonly topics: readonly Hex[] }>(logs: Entry[]): Entry[] {
  const first = logs.findIndex(({ topics }) => topics[0] === SALE_POSTED);
  return logs.filter((_, index) => index !== first);
}

const NAMES = [
  "PartnerEnrolled",
  "SalePosted",
  "BatchPosted",
  "SaleRefunded",
  "SaleDisputed",
] as const;
