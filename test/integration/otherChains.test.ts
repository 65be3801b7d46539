import { expect } from "chai";
import hre from "hardhat";
import { explainRevert } from "../../core/messages/explainRevert.ts";
import { RevertError } from "../../core/messages/RevertError.ts";
import { explainFailure } from "../../scripts/chain/explainFailure.ts";
import { freePort } from "../../scripts/cli/local/freePort.ts";
import { startCommand } from "../posting/support/startCommand.ts";
import { startProxy } from "../posting/support/startProxy.ts";
import { exampleFile } from "./support/files.ts";
import { startServer } from "./support/server.ts";
import { openWorld } from "./support/world.ts";

const TERMS = exampleFile("saas", "terms.json");
const NOBODY = "0x000000000000000000000000000000000000bEEF";
/** How far the blocks of the chain are ahead of those that its contracts see. */
const AHEAD = 5_000_000n;

const run = async (url: string, ...command: string[]) => {
  const { status, stdout, stderr } = await startCommand(url, [...command, "--json"]).ended;
  return { status, stderr, json: stdout === "" ? undefined : JSON.parse(stdout) };
};

describe("a chain without Cancun's opcodes", function () {
  this.timeout(300_000);

  for (const hardfork of ["london", "shanghai"]) {
    it(`is told as what it is before anything is sent: ${hardfork}`, async () => {
      const port = await freePort(18_545);
      const override = { hardfork, initialDate: "2025-01-05T00:00:00Z" };
      const server = await hre.network.createServer(
        ...([{ network: "default", override }, "127.0.0.1", port] as const),
      );
      await server.listen();
      try {
        const url = `http://127.0.0.1:${port}`;
        const { status, stderr } = await run(url, "program", "deploy", "--terms", TERMS);
        expect(status).to.equal(1);
        expect(stderr).to.include("lacks opcodes that the contracts are made of");
        expect(stderr).to.include("the hard fork Cancun").and.include("Nothing was sent.");
      } finally {
        await server.close();
      }
    });
  }
});

describe("an instruction that a chain does not have", function () {
  this.timeout(120_000);

  it("is told as such where a node runs into it", async () => {
    const world = await openWorld("2025-01-05T00:00:00Z");
    const { client, connection } = world.chain;
    await connection.provider.request({ method: "hardhat_setCode", params: [NOBODY, "0xfe"] });
    const error = await client.call({ to: NOBODY }).catch((caught: unknown) => caught);
    await world.close();
    expect(explainFailure(error, "localhost")).to.include("an instruction that the chain does not");
    expect(explainRevert(error)).to.be.instanceOf(RevertError);
  });

  for (const [node, text] of [
    ["Geth", "invalid opcode: MCOPY"],
    ["Geth, of what it knows by no name", "opcode 0x5e not defined"],
    ["Besu", "Invalid opcode: 0x5e"],
    ["Nethermind", "VM execution error. Bad instruction 5e"],
    ["revm", "EVM error NotActivated"],
  ]) {
    it(`is told as such in the words of ${node}`, () => {
      const error = Object.assign(new Error(text), { code: -32_000 });
      const told = explainFailure(error, "localhost");
      expect(told).to.include("hard fork Cancun").and.not.include("refused a request");
    });
  }

  it("is not made of other refusals", () => {
    const error = Object.assign(new Error("header not found"), { code: -32_000 });
    expect(explainFailure(error, "localhost")).to.include("refused a request: header not found");
  });
});

describe("a chain whose contracts see the block numbers of another", function () {
  this.timeout(300_000);

  it("is told of as a program is deployed, and audits like any other", async () => {
    const server = await startServer("2025-01-05T00:00:00Z");
    const proxy = await startProxy(server.url, {
      ask: (method, params) => params.map((one) => behind(method, one)),
      lie: (method, result) =>
        method === "eth_blockNumber" ? moved(result, AHEAD) : ahead(result),
    });
    try {
      const own = await run(server.url, "program", "deploy", "--terms", TERMS);
      expect(own.status, own.stderr).to.equal(0);
      expect(own.json).to.not.have.property("blocks");
      const other = await run(proxy.url, "program", "deploy", "--terms", TERMS);
      expect(other.status, other.stderr).to.equal(0);
      const { contract, chain } = other.json.blocks;
      expect(BigInt(chain) - BigInt(contract)).to.equal(AHEAD);
      const audit = await run(proxy.url, "audit", "--program", other.json.program);
      expect([audit.status, audit.json?.equal], audit.stderr).to.deep.equal([0, true]);
    } finally {
      await proxy.close();
      await server.close();
    }
  });
});

const QUANTITY = /^0x[0-9a-f]{1,12}$/;

function moved(value: unknown, by: bigint): unknown {
  if (typeof value !== "string" || !QUANTITY.test(value)) return value;
  const number = BigInt(value) + by;
  // Before its first block there was nothing.
  return `0x${(number < 0n ? 0n : number).toString(16)}`;
}

/** What names a block in a question: a block's number by itself, or as an end of a range. */
function behind(method: string, param: unknown): unknown {
  if (typeof param === "string") {
    return /^eth_(call|get|estimate)/.test(method) ? moved(param, -AHEAD) : param;
  }
  if (typeof param !== "object" || param === null || Array.isArray(param)) return param;
  const ends = Object.entries(param).filter(([key]) => key === "fromBlock" || key === "toBlock");
  return { ...param, ...Object.fromEntries(ends.map(([key, end]) => [key, moved(end, -AHEAD)])) };
}

/** What names a block in an answer, however deep. */
function ahead(result: unknown): unknown {
  if (Array.isArray(result)) return result.map(ahead);
  if (typeof result !== "object" || result === null) return result;
  return Object.fromEntries(
    Object.entries(result).map(([key, value]) => [
      key,
      key === "blockNumber" || key === "number" ? moved(value, AHEAD) : ahead(value),
    ]),
  );
}
