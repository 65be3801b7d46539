import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { expect } from "chai";
import { encodeFunctionData, erc20Abi, parseUnits } from "viem";
import type { Currency } from "../../../core/currency/Currency.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import { openProgram } from "../../../scripts/chain/openProgram.ts";
import { readProgram } from "../../../scripts/chain/readProgram.ts";
import { AFTER_CALLS } from "../../../scripts/chain/recording/AFTER_CALLS.ts";
import { checksumOf } from "../../../scripts/cli/hand/safe/checksumOf.ts";
import { ANA, PARTNERS } from "../support/seed.ts";
import { TERMS } from "../support/terms.ts";
import { openSafeWorld, type SafeWorld } from "./openSafeWorld.ts";
import { SAFE } from "./realSafe.ts";

const solc: { compile(input: string): string } = createRequire(import.meta.url)("solc");

describe("R8: --safe and --calldata", function () {
  this.timeout(300_000);
  let world: SafeWorld;

  before(async () => {
    world = await openSafeWorld();
  });
  after(() => world.close());

  const at = () => ["--program", world.program.address];
  const usdc = () => world.program.currencies.find(({ symbol }) => symbol === "USDC") ?? never();
  const never = () => {
    throw new Error("no USDC");
  };
  const fundsOf = () => fundsIn(usdc());
  const fundsIn = async ({ index }: Currency) => {
    const { [index]: own } = await readProgram(world.program, "solvency", []);
    return own?.funds;
  };

  it("asks with the code that its source compiles to", async () => {
    const file = new URL("../../../scripts/chain/recording/AfterCalls.yul", import.meta.url);
    const { contracts } = JSON.parse(
      solc.compile(
        JSON.stringify({
          language: "Yul",
          sources: { "AfterCalls.yul": { content: await readFile(file, "utf8") } },
          settings: {
            evmVersion: "shanghai",
            optimizer: { enabled: true, details: { yul: true } },
            outputSelection: { "*": { "*": ["evm.bytecode.object"] } },
          },
        }),
      ),
    );
    const { object } = contracts["AfterCalls.yul"].AfterCalls.evm.bytecode;
    expect(`0x${object}`).to.equal(AFTER_CALLS);
  });

  it("has the checksum that other writers of the format give", () => {
    // As @morpho-labs/gnosis-tx-builder 1.0 writes it.
    const batch = {
      ...{ version: "1.0", chainId: "1", createdAt: 1_700_000_000_000 },
      meta: {
        ...{ name: "a", description: "Created from @morpho-labs/gnosis-tx-builder" },
        txBuilderVersion: "1.10.0",
        createdFromSafeAddress: "0x1234123412341234123412341234123412341234",
        createdFromOwnerAddress: "",
      },
      transactions: [
        {
          to: "0x0000000000000000000000000000000000000001",
          ...{ value: "1000000000000000000", data: "0x" },
        },
      ],
    };
    expect(checksumOf(batch as never)).to.equal(
      "0xc33297167b119513cb9608be907afc6c8214a22dc1ecb32a605be069140c2a6f",
    );
    expect(checksumOf({ ...batch, chainId: "10" } as never)).to.not.equal(
      checksumOf(batch as never),
    );
  });

  it("writes what a Safe is to do, one batch for calls that need each other; the Safe does it", async () => {
    const { json, batches } = await world.hand(
      ...["program", "fund", "--currency", "USDC", "--amount", "1000"],
    );
    expect(json.calls.map((call: { function: string }) => call.function)).to.deep.equal([
      ...["approve", "fund"],
    ]);
    expect(json).to.include({ program: world.program.address, from: SAFE, chainId: 31_337 });
    const [batch, ...others] = batches;
    expect(others).to.deep.equal([]);
    const amount = parseUnits("1000", 6);
    expect(batch?.transactions.map(({ data }) => data)).to.deep.equal([
      encodeFunctionData({
        ...{ abi: erc20Abi, functionName: "approve", args: [world.program.address, amount] },
      }),
      encodeFunctionData({
        ...{ abi: programAbi, functionName: "fund", args: [usdc().address, amount] },
      }),
    ]);
    expect(batch?.transactions[1]?.contractMethod?.name).to.equal("fund");
    expect(batch?.transactions[1]?.contractInputsValues).to.deep.equal({
      ...{ currency: usdc().address, amount: "1000000000" },
    });
    expect(await fundsOf()).to.equal(0n);
    await world.execute(batch ?? never());
    expect(await fundsOf()).to.equal(amount);
  });

  it("sends ETH with a call where that is what it pays in", async () => {
    const { batches } = await world.hand(
      ...["program", "fund", "--currency", "ETH", "--amount", "1.5"],
    );
    const [batch] = batches;
    expect(batch?.transactions.map(({ value }) => value)).to.deep.equal(["1500000000000000000"]);
    expect(batch?.transactions[0]?.contractMethod?.payable).to.equal(true);
    await world.execute(batch ?? never());
    const ether = world.program.currencies.find(({ symbol }) => symbol === "ETH") ?? never();
    expect(await fundsIn(ether)).to.equal(parseUnits("1.5", 18));
  });

  it("enrolls partners by it, and follows what the calls before have done", async () => {
    const file = await world.folder.write("partners.csv", PARTNERS);
    const { json, batches } = await world.hand("partners", "enroll", "--file", file);
    expect(json.calls[0].function).to.equal("enroll");
    const [batch] = batches;
    await world.execute(batch ?? never());
    expect((await readProgram(world.program, "membershipOf", [ANA])).number).to.equal(1);
    const again = await world.hand("partners", "enroll", "--file", file);
    expect(again.json.calls).to.deep.equal([]);
    expect(again.batches).to.deep.equal([]);
  });

  it("prints calls for whatever else is to make them, without a key", async () => {
    const command = ["partners", "tier", "--partner", "ana", "--tier", "junior", "--reason", "r"];
    const { status, stderr, json } = await world.run(
      ...[...command, ...at(), "--calldata", "--from", SAFE],
    );
    expect(status, stderr).to.equal(0);
    expect(json.calls).to.have.length(1);
    expect(json.calls[0]).to.include({
      ...{ function: "setTier", to: world.program.address, value: "0" },
      data: encodeFunctionData({
        ...{ abi: programAbi, functionName: "setTier", args: [1n, 0, "r"] },
      }),
    });
    await world.execute({ transactions: json.calls });
  });

  it("makes dry runs as an address that has no key", async () => {
    const command = ["partners", "status", "--partner", "ben", "--status", "suspended"];
    const { status, stderr, json } = await world.run(
      ...[...command, "--reason", "r", ...at(), "--dry-run", "--from", SAFE],
    );
    expect(status, stderr).to.equal(0);
    expect(json.calls[0].function).to.equal("setStatus");
    expect(json.gas).to.be.greaterThan(21_000);
  });

  it("creates a program by the factory that is there, at the address that it names", async () => {
    const terms = await world.folder.write(
      "ether.json",
      JSON.stringify({ ...TERMS, currencies: ["ETH"], operator: SAFE }),
    );
    const command = ["program", "deploy", "--terms", terms, "--calldata", "--from", SAFE];
    const { status, stderr, json } = await world.run(...command);
    expect(status, stderr).to.equal(0);
    expect(json.calls.map((call: { function: string }) => call.function)).to.deep.equal(["create"]);
    await world.execute({ transactions: json.calls });
    const created = await openProgram(world.chain, json.program);
    expect(created.termsHash).to.equal(json.termsHash);
    expect(created.terms).to.include({ operator: SAFE, treasury: SAFE });
  });

  for (const [what, args, said] of [
    [
      "what the program refuses that address",
      ["--calldata", "--from", ANA],
      "is not the program's",
    ],
    ["a Safe that is not there", ["--safe", "x.json", "--from", ANA], "There is no Safe at"],
    ["a Safe that is not named", ["--safe", "x.json"], "Which Safe is to act?"],
    ["an address that is none", ["--calldata", "--from", "0x12"], "is no address"],
    ["two ways at once", ["--safe", "x.json", "--dry-run", "--from", SAFE], "exclude each other"],
  ] as const) {
    it(`refuses ${what}`, async () => {
      const command = ["partners", "status", "--partner", "ben", "--status", "suspended"];
      const { status, stdout, stderr } = await world.run(
        ...[...command, "--reason", "r", ...at(), ...args],
      );
      expect(status, stderr).to.equal(1);
      expect(stdout).to.equal("");
      expect(stderr).to.include(said);
      expect(stderr).to.include("Nothing was sent.");
    });
  }
});
