import { expect } from "chai";
import { encodeAbiParameters, type Hex, keccak256, numberToHex, parseUnits } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";
import { toId } from "../../core/ids/toId.ts";
import type { History } from "../../core/ledger/History.ts";
import { parseTime } from "../../core/text/parseTime.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { claimFor } from "../../scripts/chain/claim/claimFor.ts";
import { addFunds } from "../../scripts/chain/funds/addFunds.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import { moveClock } from "../../scripts/chain/moveClock.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { send } from "../../scripts/chain/send.ts";
import { postSalesOnTime } from "../../scripts/posting/sales/postSalesOnTime.ts";
import { refundSales } from "../../scripts/posting/sales/refundSales.ts";
import { auditProgram } from "../../scripts/reporting/audit/auditProgram.ts";
import { changeLines, changeSale } from "./support/changeSale.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { quietProgress } from "./support/quiet.ts";
import { ANA, refundsFile, salesFile, seedProgram } from "./support/seed.ts";
import { tamper } from "./support/tamper.ts";
import { HOLDER, TERMS } from "./support/terms.ts";
import { openWorld, type World } from "./support/world.ts";

const RESELLERS = "ana:integration:1;ben:integration:2;ana:coach:1;ben:support:1";

describe("The audit", () => {
  let folder: Folder;
  let world: World;
  let program: Program;
  let history: History;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await seedProgram(world, folder);
    await playEverything();
    history = await readHistory(program);
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  /** Everything that a program can do with money: both ways of funding, plain transfers, refunds, claims. */
  async function playEverything() {
    const account = world.account;
    const progress = quietProgress();
    const call = { address: program.address, abi: programAbi, account } as const;
    const [ether, usdc] = program.currencies;
    if (ether === undefined || usdc === undefined) throw new Error("no currencies");
    const kind = program.terms.kinds.indexOf("initial");
    const amount = parseUnits("3.333333333333333333", 18);
    await send(world.chain, {
      ...call,
      functionName: "paySale",
      args: [toId("p-1"), kind, ether.address, amount],
      value: amount,
    });
    await send(world.chain, {
      ...call,
      functionName: "paySale",
      args: [toId("late"), kind, ether.address, 7n],
      value: 7n,
    });
    const file = await salesFile(
      folder,
      `s-1,c,expansion,101.234567,USDC,2025-01-06,p,${RESELLERS}`,
      `s-2,c,initial,99,USDC,2025-01-07,p,ana:integration:1`,
      "s-3,c,renewal,0.000001,USDC,2025-01-08,p,ben:integration:1",
      "p-1,c,initial,3.333333333333333333,ETH,2025-01-09,p,ana:integration:3;ben:integration:1",
      "s-4,c,renewal,0.1,ETH,2025-02-20,p,ana:integration:1",
    );
    await postSalesOnTime(program, { file, account, progress });
    await refundSales(program, {
      file: await refundsFile(folder, "r-1,s-1,33.333333,part,", "r-2,p-1,1,part,"),
      account,
      progress,
    });
    // A plain transfer, revenue that nobody is credited for, a token that waits to be synced.
    await world.chain.wallet.sendTransaction({
      account,
      chain: world.chain.wallet.chain,
      to: program.address,
      value: 1_000_000_007n,
    });
    await send(world.chain, {
      ...call,
      functionName: "pay",
      args: [kind, ether.address, 77n],
      value: 77n,
    });
    await send(world.chain, { ...call, functionName: "setTier", args: [2n, 1, "grew"] });
    await moveClock(world.chain, parseTime("2025-03-15") ?? 0);
    await claimFor(program, account, ANA, usdc);
    await claimFor(program, account, HOLDER, ether);
    await claimFor(program, account, account, ether);
    await postSalesOnTime(program, {
      file: await salesFile(folder, `s-5,c,expansion,50,USDC,2025-03-16,p,${RESELLERS}`),
      account,
      progress,
    });
    await addFunds(program, account, usdc, 5n);
    await send(world.chain, { ...call, functionName: "withdrawFunds", args: [usdc.address, 1n] });
  }

  it("finds a program with every kind of event equal", async () => {
    const audit = await auditProgram(program, history);
    expect(audit.differences).to.deep.equal([]);
    expect(audit).to.deep.include({ equal: true });
    expect(audit.checked).to.deep.include({ sales: 6, partners: 2 });
    const names = new Set(history.events.map(({ event }) => event.eventName));
    expect([...names]).to.include.members([
      "Received",
      "RevenuePaid",
      "SalePaid",
      "BatchPosted",
      "Folded",
      "SaleRefunded",
      "LineSettled",
      "ResidualSettled",
      "Claimed",
      "FundsWithdrawn",
      "TierChanged",
    ]);
  });

  const found = async (changed: History) => {
    const { equal, differences } = await auditProgram(program, changed);
    expect(equal).to.equal(false);
    return differences.map(({ what }) => what).join("\n");
  };

  describe("finds a lie in the events:", () => {
    it("a sale left out", async () => {
      expect(await found(tamper(history, "SalePosted", () => undefined))).to.include("events");
    });

    it("the last batch left out", async () => {
      const last = history.events.findLast(({ event }) => event.eventName === "BatchPosted");
      const events = history.events.filter(
        ({ event }) => event.transactionHash !== last?.event.transactionHash,
      );
      expect(await found({ ...history, events }))
        .to.include("ana: earned in USDC")
        .and.include("funds in USDC")
        .and.include("batches")
        .and.include("lane 0 in USDC: head")
        .and.match(/events from block \d+ on/);
    });

    it("a sale of another amount", async () => {
      expect(
        await found(
          tamper(history, "SalePosted", (args) =>
            changeSale(args, ({ amount }) => ({ amount: amount + 1_000_000n })),
          ),
        ),
      )
        .to.include("batch 1: root")
        .and.include("revenue of kind");
    });

    it("a line of one unit more", async () => {
      const changed = tamper(history, "SalePosted", (args) =>
        changeLines(args, (line, index) =>
          index === 2 ? { ...line, amount: line.amount + 1n } : line,
        ),
      );
      expect(await found(changed))
        .to.include("sale s-1: lines of role 1")
        .and.include("ana: earned in USDC");
    });

    it("a rate that the terms do not give", async () => {
      const changed = tamper(history, "SalePosted", (args) =>
        changeLines(args, (line) => ({ ...line, rate: line.rate + 1 })),
      );
      expect(await found(changed)).to.include("sale s-1: line 0: rate in ppm");
    });

    it("a role that takes more than its whole base", async () => {
      const changed = tamper(history, "SalePosted", (args) =>
        changeLines(args, (line, index) =>
          index < 2 ? { ...line, amount: line.amount * 2n } : line,
        ),
      );
      expect(await found(changed)).to.include("sale s-1: lines of role 0");
    });

    it("another amount set aside for standing lines", async () => {
      expect(
        await found(
          tamper(history, "SalePosted", (args) =>
            changeSale(args, ({ standingRate }) => ({ standingRate: standingRate + 1 })),
          ),
        ),
      ).to.include("sale s-1: standing rates in ppm");
    });

    it("a refund that reverses less", async () => {
      const changed = tamper(history, "SaleRefunded", (args) => ({
        ...args,
        reversed: args.reversed.map((part) => part - 1n),
      }));
      expect(await found(changed)).to.include("sale s-1: line 0: reversed");
    });

    it("a claim left out", async () => {
      expect(await found(tamper(history, "Claimed", () => undefined)))
        .to.include("ana: claimed in USDC")
        .and.include("all that is owed in USDC");
    });

    it("funds made up", async () => {
      expect(
        await found(tamper(history, "Funded", (args) => ({ ...args, amount: args.amount + 1n }))),
      ).to.include("funds in");
    });

    it("a transfer of another amount", async () => {
      expect(
        await found(tamper(history, "Received", ({ amount }) => ({ amount: amount + 50n }))),
      ).to.include("revenue of kind 0");
    });

    it("a partner who joined earlier", async () => {
      const changed = tamper(history, "PartnerEnrolled", (args) => ({
        ...args,
        joined: args.joined - 31_536_000 * 2,
      }));
      expect(await found(changed))
        .to.include("ana: joined")
        .and.not.include("rate");
    });

    it("a partner left out, to whom lines go", async () => {
      expect(await found(tamper(history, "PartnerEnrolled", () => undefined))).to.include("events");
    });

    it("a sale that occurred outside its batch's window", async () => {
      const from = BigInt(program.terms.start);
      const changed = tamper(history, "BatchPosted", (args) => {
        return { ...args, lane: 1n, from, until: from + 1n };
      });
      expect(await found(changed)).to.include("batch 1: time of a sale");
    });

    it("a window that begins before its lane", async () => {
      const until = BigInt(program.terms.start) + 1n;
      const changed = tamper(history, "BatchPosted", (args) => {
        return { ...args, lane: 1n, from: until - 2n, until };
      });
      expect(await found(changed)).to.include("batch 1: window");
    });

    it("a window in the late lane", async () => {
      const changed = tamper(history, "BatchPosted", (args) => ({ ...args, until: 1n }));
      expect(await found(changed)).to.include("batch 1: until");
    });

    it("a lane that was never opened", async () => {
      const changed = tamper(history, "BatchPosted", (args) => ({ ...args, lane: 7n }));
      expect(await found(changed)).to.include("lane");
    });

    it("another root", async () => {
      const changed = tamper(history, "BatchPosted", (args) => ({
        ...args,
        root: keccak256(args.root),
      }));
      expect(await found(changed)).to.include("batch 1: root");
    });

    it("a word that is not the one before", async () => {
      const changed = tamper(history, "Folded", ({ previous }) => ({
        previous: previous + 2n ** 60n,
      }));
      expect(await found(changed)).to.include("events from its beginning on");
    });
  });

  describe("finds a contract or token that does not have what it should:", () => {
    it("a token that took some of it back", async () => {
      const [, usdc] = program.currencies;
      // The first storage slot of OpenZeppelin's ERC20 holds the balances.
      const slot = keccak256(
        encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [program.address, 0n]),
      );
      await tamperStorage(usdc?.address ?? "0x", slot, 1n, async () => {
        const { differences } = await auditProgram(program, await readHistory(program));
        expect(differences.map(({ what }) => what)).to.include(
          "balance that covers what is owed in USDC",
        );
      });
      expect((await auditProgram(program, await readHistory(program))).equal).to.equal(true);
    });

    it("a program whose storage was changed", async () => {
      // Whichever of the first slots is in use: none of them can be changed unnoticed.
      const used = await usedSlots();
      expect(used.length).to.be.greaterThan(3);
      for (const slot of used) {
        await tamperStorage(program.address, slot, 0n, async () => {
          const { equal } = await auditProgram(program, await readHistory(program));
          expect(equal, slot).to.equal(false);
        });
      }
    });
  });

  async function usedSlots(): Promise<Hex[]> {
    const slots: Hex[] = [];
    for (let index = 0; index < 200; index++) {
      const slot = numberToHex(index, { size: 32 });
      const value = await world.chain.client.getStorageAt({ address: program.address, slot });
      if (value !== undefined && BigInt(value) !== 0n) slots.push(slot);
    }
    return slots;
  }

  async function tamperStorage(
    address: Hex,
    slot: Hex,
    value: bigint,
    run: () => Promise<void>,
  ): Promise<void> {
    const before = (await world.chain.client.getStorageAt({ address, slot })) ?? "0x";
    const set = async (to: Hex) => {
      await world.chain.connection.provider.request({
        method: "hardhat_setStorageAt",
        params: [address, slot, to],
      });
      // A block in which it is so, for the audit reads at a block.
      await world.chain.connection.provider.request({ method: "evm_mine", params: [] });
    };
    await set(numberToHex(value, { size: 32 }));
    await run();
    await set(before);
  }
});

describe("The audit of a period that is settled in parts", () => {
  it("finds the program equal after each", async () => {
    const folder = await openFolder();
    const world = await openWorld("2025-01-05T00:00:00Z");
    const tech = { name: "tech", holder: HOLDER, rate: "3%", starts: "2025-01-20" };
    const terms = { ...TERMS, standing: [...(TERMS.standing ?? []), tech] };
    const program = await seedProgram(world, folder, terms);
    const call = { address: program.address, abi: programAbi, account: world.account } as const;
    const pay = { ...call, functionName: "pay", args: [0, ETHER, 1_000n], value: 1_000n } as const;
    await send(world.chain, pay);
    await moveClock(world.chain, parseTime("2025-01-25") ?? 0);
    await send(world.chain, pay);
    await moveClock(world.chain, parseTime("2025-04-01") ?? 0);
    for (const segments of [1n, 1n, 20n]) {
      const args = [ETHER, segments] as const;
      await send(world.chain, { ...call, functionName: "claimResidual", args });
      const { differences } = await auditProgram(program, await readHistory(program));
      expect(differences, `after ${segments} more`).to.deep.equal([]);
    }
    await world.close();
    await folder.remove();
  });
});
