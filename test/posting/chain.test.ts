import { readFile, writeFile } from "node:fs/promises";
import { expect } from "chai";
import { type Log, parseEther, parseGwei, zeroHash } from "viem";
import { readEventsNamed } from "../../scripts/chain/history/readEventsNamed.ts";
import { IN_MEMORY, openJournal } from "../../scripts/posting/journal/openJournal.ts";
import { type PostSalesParameters, postSales } from "../../scripts/posting/sales/postSales.ts";
import { quietProgress } from "../integration/support/quiet.ts";
import { refusal } from "../integration/support/refusal.ts";
import { openPostingWorld, type PostingWorld, type Totals } from "./support/openPostingWorld.ts";

describe("A poster on a chain that does not do as it wants", () => {
  let world: PostingWorld;
  let journal: string;
  let expected: Totals;

  before(async () => {
    world = await openPostingWorld();
    await post();
    expected = await world.read();
  });
  after(() => world.close());
  beforeEach(async () => {
    await world.restore();
    journal = world.newJournal();
  });
  afterEach(() => world.request("evm_setAutomine", true));

  /** Enough patience for the machine, little for the test. */
  const SETTINGS = { pollingInterval: 1, raiseAfter: 50, patience: 20_000 };
  const post = (options: Partial<PostSalesParameters> = {}) => {
    const { account, program, sales: file } = world;
    const settings = { ...SETTINGS, ...options.settings };
    const progress = quietProgress();
    return postSales(program, { account, progress, file, journal, ...options, settings });
  };
  const expectFed = async (further = 0) => {
    const { transactions, ...totals } = await world.read();
    const { transactions: usual, ...rest } = expected;
    expect(totals).to.deep.equal(rest);
    expect(transactions).to.equal(usual + further);
  };
  const mine = () => world.request("evm_mine");
  /** The post's transaction and its attempts. */
  const posting = () => {
    const opened = openJournal(journal, world.program);
    try {
      for (let id = 1; ; id++) {
        const one = opened.transaction(id);
        if (one.purpose === "post") return one;
      }
    } finally {
      opened.close();
    }
  };
  /** Does something once, at the first time that a step is reached. */
  const once = (step: string, act: () => Promise<unknown>) => {
    let isDone = false;
    return async (reached: string) => {
      if (isDone || reached !== step) return;
      isDone = true;
      await act();
    };
  };

  it("raises the fees of a stuck transaction by an eighth, with the same nonce, until it is mined", async () => {
    let raised = 0;
    await post({
      observe: async (step) => {
        if (step === "post: planned") await world.request("evm_setAutomine", false);
        if (step === "post: raised") raised++;
        if (step === "post: sent" && raised === 3) await mine();
      },
    });
    await world.request("evm_setAutomine", true);
    await expectFed();
    const { attempts, mined } = posting();
    expect(attempts).to.have.length(4);
    expect(mined?.hash).to.equal(attempts[3]?.hash);
    for (const [index, { maxFee, priorityFee }] of attempts.slice(1).entries()) {
      const before = attempts[index] ?? { maxFee: 0n, priorityFee: 0n };
      expect(maxFee * 8n >= before.maxFee * 9n).to.equal(true);
      expect(priorityFee * 8n >= before.priorityFee * 9n).to.equal(true);
    }
  });

  it("stops at the limit of fees and says so; the next run goes on with the same nonce", async () => {
    const maxFee = parseGwei("5");
    const error = await refusal(
      post({
        settings: { maxFee, patience: 600 },
        observe: once("post: planned", () => world.request("evm_setAutomine", false)),
      }),
    );
    expect(error.message).to.include("nonce").and.include("is not mined").and.include("--max-fee");
    const { attempts } = posting();
    expect(attempts.length).to.be.greaterThan(1);
    for (const attempt of attempts) expect(attempt.maxFee <= maxFee).to.equal(true);
    await mine();
    await world.request("evm_setAutomine", true);
    expect(await post()).to.deep.include({ posted: 3, transactions: 1 });
    await expectFed();
  });

  it("posts anew where another transaction took the nonce", async () => {
    const { account, world: own } = world;
    const take = async () => {
      const { nonce } = posting();
      await own.chain.wallet.sendTransaction({
        ...{ account, chain: own.chain.wallet.chain, to: account, nonce, gas: 21_000n },
        ...{ maxFeePerGas: parseGwei("50"), maxPriorityFeePerGas: parseGwei("20") },
      });
      await world.request("evm_setAutomine", true);
      await mine();
    };
    const sent = once("post: sent", take);
    const funded = once("funded", () => world.request("evm_setAutomine", false));
    await post({
      observe: async (step) => {
        await funded(step);
        await sent(step);
      },
    });
    // The taker is one more.
    await expectFed(1);
    expect(posting().state).to.equal("replaced");
  });

  for (const purpose of ["approve", "fund", "post"]) {
    it(`goes on where ${purpose} waits at the node, though a crash kept its hash from the journal`, async () => {
      const planned = once(`${purpose}: planned`, () => world.request("evm_setAutomine", false));
      const crash = async (step: string) => {
        await planned(step);
        if (step === `${purpose}: answered`) throw new Error("crash");
      };
      expect(await post({ observe: crash }).catch(String)).to.equal("Error: crash");
      const { posted } = await post({
        observe: once(`${purpose}: raised`, () =>
          world.request("evm_setAutomine", true).then(mine),
        ),
      });
      expect(posted).to.equal(3);
      await expectFed();
    });
  }

  it("tells all that was added to the funds, where another transaction came in between", async () => {
    const { account, world: own } = world;
    const text = await readFile(world.sales, "utf8");
    const file = `${journal}.csv`;
    await writeFile(file, `${text}s-4,c-1,initial,1,ETH,2025-01-06,pro,ana:integration:1\n`);
    const { posted, funded } = await post({
      file,
      observe: once("fund: mined", () =>
        own.chain.wallet.sendTransaction({ account, chain: own.chain.wallet.chain, to: account }),
      ),
    });
    expect(posted).to.equal(4);
    const { currencies } = world.program;
    const events = await readEventsNamed(world.program, ["Funded"]);
    expect(funded.map(({ currency, amount }) => [currency.symbol, amount])).to.deep.equal(
      events.map(({ args }) => [
        currencies.find(({ address }) => address === args.currency)?.symbol,
        args.amount,
      ]),
    );
    expect(funded).to.have.length(2);
  });

  describe("where another journal posted its sales", () => {
    const other = async (from: string, to: string) => {
      const text = await readFile(world.sales, "utf8");
      const file = `${journal}.csv`;
      await writeFile(file, text.replace(from, to));
      return file;
    };

    it("tells how, though it was about to post them otherwise itself", async () => {
      const file = await other("ana:integration:1;ben", "ben");
      const { posted, differing } = await post({
        observe: once("funded", () => post({ file, journal: IN_MEMORY })),
      });
      expect(posted).to.equal(0);
      expect(differing.map(({ name, fields }) => [name, fields[0]?.field])).to.deep.equal([
        ["s-2", "credits"],
      ]);
    });

    it("tells of a date that is another than when it first saw them", async () => {
      await post({ journal: IN_MEMORY });
      expect((await post()).differing).to.deep.equal([]);
      const file = await other("99.00,USDC,2025-01-06", "99.00,USDC,2025-01-07");
      const { differing } = await post({ file });
      expect(differing.map(({ name, fields }) => [name, fields[0]?.field])).to.deep.equal([
        ["s-1", "occurred_at"],
      ]);
    });
  });

  it("knows its own transaction where the wallet's owner sped it up", async () => {
    const { account, world: own } = world;
    const speedUp = async () => {
      const { nonce, to, data, gas } = posting();
      await own.chain.wallet.sendTransaction({
        ...{ account, chain: own.chain.wallet.chain, to, data, nonce, gas },
        ...{ maxFeePerGas: parseGwei("50"), maxPriorityFeePerGas: parseGwei("20") },
      });
      await mine();
      await world.request("evm_setAutomine", true);
    };
    const sent = once("post: sent", speedUp);
    await post({
      settings: { raiseAfter: 60_000 },
      observe: async (step) => {
        if (step === "funded") await world.request("evm_setAutomine", false);
        await sent(step);
      },
    });
    await expectFed();
    const { mined, attempts, state } = posting();
    expect(state).to.equal("final");
    expect(mined?.hash).to.not.equal(attempts[0]?.hash);
  });

  for (const step of ["approve: mined", "fund: mined", "post: mined"] as const) {
    it(`sends again what a reorganisation threw out after "${step}"`, async () => {
      const markBlock = once(step.replace("mined", "planned"), async () => {
        snapshot = await world.request("evm_snapshot");
      });
      const throwOut = once(step, async () => {
        await world.request("evm_revert", snapshot);
        await mine();
      });
      let snapshot: unknown;
      await post({
        settings: { confirmations: 1 },
        observe: async (reached) => {
          await markBlock(reached);
          await throwOut(reached);
          // Blocks go on.
          if (reached.endsWith("mined")) await mine();
        },
      });
      await expectFed();
    });
  }

  it("posts again what a development chain forgot that was final", async () => {
    await post();
    await world.restore();
    expect(await post()).to.deep.include({ posted: 3 });
    await expectFed();
  });

  it("waits until a transaction has enough blocks above it", async () => {
    let blocks = 0;
    const timer = setInterval(() => {
      blocks++;
      void mine();
    }, 20);
    try {
      await post({ settings: { confirmations: 3 } });
    } finally {
      clearInterval(timer);
    }
    expect(blocks).to.be.at.least(3);
    expect(posting().state).to.equal("final");
  });

  it("sends nothing while gas costs more than the limit", async () => {
    await world.request("hardhat_setNextBlockBaseFeePerGas", "0x2540be400");
    await mine();
    const { transactions } = await world.read();
    const error = await refusal(post({ settings: { maxFee: parseGwei("4") } }));
    expect(error.message).to.include("Gas costs more").and.include("at most 4 gwei");
    expect((await world.read()).transactions).to.equal(transactions);
    await post({ settings: { maxFee: parseGwei("40") } });
    await expectFed();
  });

  it("says what is missing where the account cannot pay for gas, and goes on when it can", async () => {
    await world.request("hardhat_setBalance", world.account, "0x10000");
    const error = await refusal(post());
    expect(error.message).to.include("does not have enough ETH").and.include("at least");
    await world.request("hardhat_setBalance", world.account, `0x${parseEther("10").toString(16)}`);
    await post();
    await expectFed();
  });

  it("posts in turn where two posters start at once on one journal", async () => {
    const [first, second] = await Promise.all([post(), post()]);
    expect(first.posted + second.posted).to.equal(3);
    expect(first.alreadyPosted + second.alreadyPosted).to.equal(3);
    await expectFed();
  });

  it("posts once where two posters start at once on two journals", async () => {
    const race = [post(), post({ journal: world.newJournal() })];
    await Promise.allSettled(race);
    const { posted } = await post();
    const { posted: sales } = await world.read();
    expect(sales).to.deep.equal(expected.posted);
    expect(posted).to.be.at.most(3);
    expect((await post()).alreadyPosted).to.equal(3);
  });

  it("tells who is at work where it has waited for too long", async () => {
    let error: Error | undefined;
    await post({
      observe: once("funded", async () => {
        error = await refusal(post({ settings: { patience: 100 } }));
      }),
    });
    expect(error?.message).to.include("Another poster").and.include(journal);
    await expectFed();
  });

  it("goes by the chain alone without a journal", async () => {
    await post({ journal: IN_MEMORY });
    expect(await post({ journal: IN_MEMORY })).to.deep.include({ posted: 0, alreadyPosted: 3 });
    await expectFed();
  });

  it("refuses the journal of another program", async () => {
    await post();
    const other = { ...world.program, address: world.account };
    expect(() => openJournal(journal, other)).to.throw("not of this program");
  });

  it("commits each batch to its evidence", async () => {
    const evidence = `0x${"e1".repeat(32)}` as const;
    await post({ evidence });
    const { client } = world.world.chain;
    const hash = posting().mined?.hash ?? zeroHash;
    const { logs }: { logs: Log[] } = await client.getTransactionReceipt({ hash });
    expect(logs.flatMap(({ topics }) => topics as string[])).to.include(evidence);
  });
});
