import { expect } from "chai";
import { type Address, parseUnits, zeroHash } from "viem";
import type { BatchSale } from "../../core/batches/Batch.ts";
import type { ShownSale } from "../../core/batches/showSales.ts";
import { toId } from "../../core/ids/toId.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { addFunds } from "../../scripts/chain/funds/addFunds.ts";
import { readHistory } from "../../scripts/chain/history/readHistory.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { send } from "../../scripts/chain/send.ts";
import audit from "../../scripts/cli/commands/audit.ts";
import voidDuplicates from "../../scripts/cli/commands/sales/voidDuplicates.ts";
import { auditProgram } from "../../scripts/reporting/audit/auditProgram.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { postPacked } from "./support/postPacked.ts";
import { ANA, BEN, seedProgram } from "./support/seed.ts";
import { tamper } from "./support/tamper.ts";
import { TERMS } from "./support/terms.ts";
import { jsonOf, runVerb } from "./support/verbs.ts";
import { openWorld, type World } from "./support/world.ts";

describe("Sales posted twice, in several lanes", () => {
  let folder: Folder;
  let world: World;
  let program: Program;
  let currency: Address;
  let now: number;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await seedProgram(world, folder, { ...TERMS, disputes: { limit: 1 } });
    const [, usdc] = program.currencies;
    if (usdc === undefined) throw new Error("no token");
    currency = usdc.address;
    await addFunds(program, world.account, usdc, parseUnits("1000", usdc.decimals));
    now = Number((await world.chain.client.getBlock()).timestamp);
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  const saleOf = (name: string, amount: bigint, time = now - 10): BatchSale => ({
    ...{ id: toId(name), time, amount, kind: 0, payer: undefined },
    credits: [{ partner: 2, role: 0, weight: 1 }],
  });
  const audited = async () => auditProgram(program, await readHistory(program));
  const tell = async () => {
    const { differences, duplicates = [] } = await audited();
    expect(differences).to.deep.equal([]);
    return duplicates.map(({ sale, standing, duplicate, remedy }) =>
      [sale, standing.join("/"), duplicate.join("/"), remedy].join(" "),
    );
  };

  let again: ShownSale[];

  it("are found by the audit, which is equal all the same", async () => {
    const place = { account: world.account, currency };
    const call = { address: program.address, abi: programAbi, account: world.account } as const;
    await send(world.chain, {
      ...{ ...call, functionName: "openLane" },
      args: [2n, now - 100],
    });
    const [from, until] = [BigInt(now - 50), BigInt(now)];
    const first = [saleOf("d-1", 100_000_000n), saleOf("d-2", 1n), saleOf("d-3", 7_000_000n)];
    await postPacked(program, { ...place, lane: 1n, from, until }, first);
    expect(await tell()).to.deep.equal([]);
    const second = [saleOf("d-1", 50_000_000n), saleOf("d-2", 90_000_000n), saleOf("d-4", 1n)];
    again = await postPacked(program, { ...place, lane: 2n, from, until }, second);
    expect(await tell()).to.deep.equal(["d-1 1/0 2/0 void", "d-2 1/1 2/1 dispute"]);
  });

  it("are told in words, without a failure", async () => {
    const { code, stdout } = await runVerb(world, audit, { program: program.address });
    expect(code).to.equal(0);
    expect(stdout)
      .to.include("2 sales have the id of another one")
      .and.include("d-1, at place 0 of batch 2 after place 0 of batch 1: anyone can make it void")
      .and.include("All of it is equal.");
  });

  it("are void or frozen by one command, and the books follow", async () => {
    const { duplicates } = await jsonOf<{ duplicates: { sale: string; outcome: string }[] }>(
      ...([world, voidDuplicates, { program: program.address }] as const),
    );
    expect(duplicates.map(({ sale, outcome }) => `${sale} ${outcome}`)).to.deep.equal([
      "d-1 void",
      "d-2 frozen",
    ]);
    expect(await tell()).to.deep.equal(["d-2 1/1 2/1 waits"]);
  });

  it("stand where the arbiter lets them", async () => {
    const [, sale] = again;
    if (sale === undefined) throw new Error("no sale");
    await send(world.chain, {
      ...{ address: program.address, abi: programAbi, account: world.account },
      ...{ functionName: "upholdSale", args: [sale, "two sales"] },
    });
    expect(await tell()).to.deep.equal(["d-2 1/1 2/1 decided"]);
  });

  it("are void though they are disputed, or were upheld", async () => {
    const place = { account: world.account, currency };
    const call = { address: program.address, abi: programAbi } as const;
    const twice = [saleOf("x-1", 5_000_000n), saleOf("x-2", 5_000_000n)];
    await postPacked(program, place, twice);
    const second = await postPacked(program, place, twice);
    const [open, upheld] = second;
    if (open === undefined || upheld === undefined) throw new Error("no sales");
    const dispute = { ...call, functionName: "dispute" } as const;
    await send(world.chain, { ...dispute, account: ANA, args: [ANA, open, 0n, "mine", zeroHash] });
    await send(world.chain, {
      ...dispute,
      account: BEN,
      args: [BEN, upheld, 0n, "mine", zeroHash],
    });
    const arbiter = { ...call, account: world.account } as const;
    await send(world.chain, { ...arbiter, functionName: "upholdSale", args: [upheld, ""] });
    expect(await tell()).to.include.members(["x-1 3/0 4/0 void", "x-2 3/1 4/1 void"]);
    const { duplicates } = await jsonOf<{ duplicates: { sale: string; outcome: string }[] }>(
      ...([world, voidDuplicates, { program: program.address }] as const),
    );
    expect(duplicates.map(({ sale, outcome }) => `${sale} ${outcome}`)).to.deep.equal([
      "x-1 void",
      "x-2 void",
    ]);
    expect(await tell()).to.deep.equal(["d-2 1/1 2/1 decided"]);
  });

  it("are not void without one that stands before them", async () => {
    const changed = tamper(
      await readHistory(program),
      "DisputeSettled",
      (args) => ({ ...args, saleId: toId("d-3"), batch: 1n, place: 2n }),
      ({ state }) => state === 3,
    );
    const { differences } = await auditProgram(program, changed);
    expect(differences.map(({ what }) => what)).to.include(
      "sale d-3: a sale that stands before it",
    );
  });
});
