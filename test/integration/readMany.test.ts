import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect } from "chai";
import { programAbi } from "../../generated/abis/Program.ts";
import { MANY_CALLS } from "../../scripts/chain/many/MANY_CALLS.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { readMany } from "../../scripts/chain/readMany.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { ANA, BEN, seedProgram } from "./support/seed.ts";
import { openWorld, type World } from "./support/world.ts";

const solc: { compile(input: string): string } = createRequire(import.meta.url)("solc");

describe("Reading many at once", () => {
  let folder: Folder;
  let world: World;
  let program: Program;

  before(async () => {
    folder = await openFolder();
    world = await openWorld("2025-01-05T00:00:00Z");
    program = await seedProgram(world, folder);
  });
  after(async () => {
    await world.close();
    await folder.remove();
  });

  const membership = (wallet: `0x${string}`) =>
    ({
      address: program.address,
      abi: programAbi,
      functionName: "membershipOf",
      args: [wallet],
    }) as const;

  it("runs the code that its source compiles to", async () => {
    const file = new URL("../../scripts/chain/many/ManyCalls.yul", import.meta.url);
    const { contracts } = JSON.parse(
      solc.compile(
        JSON.stringify({
          language: "Yul",
          sources: { "ManyCalls.yul": { content: await readFile(file, "utf8") } },
          settings: {
            evmVersion: "shanghai",
            optimizer: { enabled: true, details: { yul: true } },
            outputSelection: { "*": { "*": ["evm.bytecode.object"] } },
          },
        }),
      ),
    );
    expect(`0x${contracts["ManyCalls.yul"].ManyCalls.evm.bytecode.object}`).to.equal(MANY_CALLS);
  });

  it("answers in the order of the questions, over several requests", async () => {
    const wallets = Array.from({ length: 950 }, (_, index) => (index % 3 === 0 ? BEN : ANA));
    let told = 0;
    const found = await readMany(program.chain, wallets.map(membership), undefined, (count) => {
      told += count;
    });
    expect(found.map(({ number }) => number)).to.deep.equal(
      wallets.map((wallet) => (wallet === ANA ? 1 : 2)),
    );
    expect(told).to.equal(950);
    expect(await readMany(program.chain, [])).to.deep.equal([]);
  });

  it("reads answers too long for one request, and at a block", async () => {
    const terms = { address: program.address, abi: programAbi, functionName: "terms" } as const;
    const block = await program.chain.client.getBlockNumber();
    const found = await readMany(
      program.chain,
      Array.from({ length: 14 }, () => terms),
      block,
    );
    expect(found).to.have.length(14);
    expect(found.every(({ name }) => name === "Test collective")).to.equal(true);
    const before = await readMany(
      program.chain,
      [{ address: program.address, abi: programAbi, functionName: "partnerCount" } as const],
      block - 1n,
    );
    expect(before[0]?.[0]).to.equal(0n);
  });

  it("throws the error of the one that fails", async () => {
    const unknown = {
      address: program.address,
      abi: programAbi,
      functionName: "withheldOf",
      args: [ANA, "0x00000000000000000000000000000000000000aa"],
    } as const;
    const error = await readMany(program.chain, [membership(ANA), unknown]).then(
      () => undefined,
      (thrown: Error) => thrown,
    );
    expect(error?.message).to.include("withheldOf").and.include("Program_");
  });
});
