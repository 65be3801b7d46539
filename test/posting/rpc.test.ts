import { expect } from "chai";
import { postSales } from "../../scripts/posting/sales/postSales.ts";
import type { PostSalesResult } from "../../scripts/posting/sales/summarizePosting.ts";
import { quietProgress } from "../integration/support/quiet.ts";
import { refusal } from "../integration/support/refusal.ts";
import { readTotals } from "./support/openPostingWorld.ts";
import { openServed, type Served } from "./support/openServed.ts";
import { sourceTotals } from "./support/sourceTotals.ts";
import { type Fate, type Mischief, startProxy } from "./support/startProxy.ts";
import { createRandom } from "./trials/random.ts";

const SALES = 120;
/** So often a poster is started anew at most. */
const RUNS = 60;
const SETTINGS = { confirmations: 0, pollingInterval: 5, raiseAfter: 500, patience: 20_000 };
const SENDING = "eth_sendTransaction";

describe("A poster behind an RPC that fails", function () {
  this.timeout(300_000);
  let served: Served;
  let file: string;
  let journal: string;

  beforeEach(async () => {
    served = await openServed();
    file = await served.salesFile("p", SALES);
    journal = await served.folder.write("journal.sqlite", "");
  });
  afterEach(() => served.close());

  /** Posts the file through a proxy, once. */
  const postThrough = async (
    mischief: Mischief,
    patience = SETTINGS.patience,
  ): Promise<{ result: PostSalesResult; met: ReadonlyMap<Fate, number> }> => {
    const proxy = await startProxy(served.server.url, mischief);
    try {
      const { program, close } = await served.through(proxy.url);
      try {
        const shared = { account: served.account, progress: quietProgress(), file, journal };
        const settings = { ...SETTINGS, patience };
        return { result: await postSales(program, { ...shared, settings }), met: proxy.met };
      } finally {
        await close();
      }
    } finally {
      await proxy.close();
    }
  };
  /** The same, one run after the other until one succeeds. Returns how many it took. */
  const postStubbornly = async (mischief: Mischief): Promise<number> => {
    for (let runs = 1; ; runs++) {
      try {
        await postThrough(mischief);
        return runs;
      } catch (error) {
        if (runs === RUNS) throw error;
      }
    }
  };
  const expectFed = async () => {
    const { program, account } = served;
    const { posted, funds } = await readTotals(program, account);
    expect(posted).to.deep.equal(await sourceTotals(program, [file]));
    expect(funds).to.equal(0n);
  };

  for (const fate of ["lost", "unanswered", "doubled", "late"] as const) {
    it(`posts once where every seventh request is ${fate}`, async () => {
      let requests = 0;
      await postStubbornly({ fate: () => (++requests % 7 === 0 ? fate : "fine") });
      expect(requests).to.be.greaterThan(7);
      await expectFed();
    });
  }

  it("posts once where all of it happens at random", async () => {
    const random = createRandom(20_250_105).next;
    const bad: readonly Fate[] = ["lost", "unanswered", "doubled", "late"];
    await postStubbornly({ fate: () => bad[Math.floor(random() * 30)] ?? "fine" });
    await expectFed();
  });

  it("posts once, in one run, where no answer to a sent transaction ever arrives", async () => {
    const { met, result } = await postThrough({
      fate: (method) => (method === SENDING ? "unanswered" : "fine"),
    });
    expect(met.get("unanswered")).to.be.at.least(3);
    expect(result.posted).to.equal(SALES);
    await expectFed();
  });

  it("says so where no transaction ever arrives, and posts when they do again", async () => {
    const fate = (method: string): Fate => (method === SENDING ? "lost" : "fine");
    const error = await refusal(postThrough({ fate }, 400));
    expect(error.message).to.include("is not mined").and.include("same nonce");
    await postThrough({});
    await expectFed();
  });

  it("refuses a receipt that tells of success without the sales", async () => {
    const lie = (method: string, result: unknown) =>
      method === "eth_getTransactionReceipt" && result !== null
        ? { ...(result as object), logs: [] }
        : result;
    const error = await refusal(postThrough({ lie }));
    expect(error.message).to.include("its receipt lacks").and.include("Do not trust this RPC");
    await postThrough({});
    await expectFed();
  });

  it("sends nothing where an RPC is behind the blocks, nonces or sales that it has seen", async () => {
    // A chain that is no development chain is never turned back.
    const lying = (wanted?: string, answer?: unknown): Mischief => ({
      lie: (method, result) => {
        if (method === "hardhat_metadata") return null;
        return method === wanted ? answer : result;
      },
    });
    await postThrough(lying());
    const { transactions } = await readTotals(served.program, served.account);
    const behind = await refusal(postThrough(lying("eth_blockNumber", "0x1")));
    expect(behind.message).to.include("behind").and.include("block 1,");
    const nonce = await refusal(postThrough(lying("eth_getTransactionCount", "0x2")));
    expect(nonce.message).to.include("behind").and.include("nonce 2");
    const { result } = await postThrough(lying());
    expect(result.alreadyPosted).to.equal(SALES);
    expect((await readTotals(served.program, served.account)).transactions).to.equal(transactions);
  });

  it("fills no nonce that it has used, where an RPC falls behind on the way", async () => {
    await postThrough({});
    const { transactions } = await readTotals(served.program, served.account);
    file = await served.salesFile("q", 1);
    let isBehind = false;
    let sendings = 0;
    const fate = (method: string): Fate => {
      if (method === SENDING && sendings++ === 0) {
        isBehind = true;
        setTimeout(() => {
          isBehind = false;
        }, 3 * SETTINGS.raiseAfter);
      }
      return method === SENDING && isBehind ? "lost" : "fine";
    };
    const lie = (method: string, result: unknown) =>
      method === "eth_getTransactionCount" && isBehind
        ? `0x${(Number(result) - 1).toString(16)}`
        : result;
    const { result } = await postThrough({ fate, lie });
    expect(result.posted).to.equal(1);
    // An approval, the funds and the sale.
    const totals = await readTotals(served.program, served.account);
    expect(totals.transactions).to.equal(transactions + 3);
  });
});
