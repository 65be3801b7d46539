import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import hre from "hardhat";
import { erc20Abi, numberToHex, parseUnits, zeroAddress } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import { deploymentIdOf } from "../../scripts/chain/deploy/deploymentIdOf.ts";
import { deployProgram } from "../../scripts/chain/deploy/deployProgram.ts";
import { readParameters } from "../../scripts/chain/deploy/readParameters.ts";
import { resolveTokens } from "../../scripts/chain/deploy/resolveTokens.ts";
import { accountOf, type Chain, openChain } from "../../scripts/chain/openChain.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { refusal } from "./support/refusal.ts";
import { type Server, startServer } from "./support/server.ts";
import { HOLDER, TERMS } from "./support/terms.ts";
import { openWorld, type World } from "./support/world.ts";

describe("Deploying programs", () => {
  let folder: Folder;
  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  describe("through Ignition's journal", () => {
    let server: Server;
    let chain: Chain;
    const journal = () => join(hre.config.paths.ignition, "deployments", deploymentIdOf(chain));

    before(async () => {
      server = await startServer("2025-01-01T00:00:00Z");
      const override = { url: server.url };
      chain = await openChain(await hre.network.create({ network: "localhost", override }));
    });
    after(async () => {
      await chain.connection.close();
      await server.close();
      await rm(journal(), { recursive: true, force: true });
    });

    const deploy = async () => {
      // Without a start of its own: that of the deployment.
      const { starts: _, ...terms } = TERMS;
      const account = await accountOf(chain, undefined);
      const file = await folder.write("terms.json", JSON.stringify(terms));
      return deployProgram(chain, {
        terms: file,
        account,
        ignitionFolder: hre.config.paths.ignition,
      });
    };

    const deployed = async () =>
      JSON.parse(await readFile(join(journal(), "deployed_addresses.json"), "utf8")) as Record<
        string,
        string
      >;

    it("creates another program each time, by the same factory", async () => {
      const first = await deploy();
      const factory = (await deployed())["Protocol#ProgramFactory"];
      const second = await deploy();
      expect(second.address).to.not.equal(first.address);
      expect(second.terms.start).to.be.at.least(first.terms.start);
      expect((await deployed())["Protocol#ProgramFactory"]).to.equal(factory);
    });

    it("goes on with a deployment that was cut off, with the terms that it began with", async () => {
      const begun = await deploy();
      const records = join(journal(), "programs");
      const last = join(records, (await readdir(records)).sort().at(-1) ?? "");
      const { address, ...unfinished } = JSON.parse(await readFile(last, "utf8")) as {
        address: string;
      };
      expect(address).to.equal(begun.address);
      await writeFile(last, JSON.stringify(unfinished));
      await chain.connection.provider.request({ method: "evm_increaseTime", params: [1_000] });
      await chain.connection.provider.request({ method: "evm_mine", params: [] });
      const resumed = await deploy();
      expect(resumed.address).to.equal(begun.address);
      expect(resumed.terms.start).to.equal(begun.terms.start);
    });
  });

  describe("on a chain of its own", () => {
    let world: World;
    beforeEach(async () => {
      world = await openWorld("2025-01-01T00:00:00Z");
    });
    afterEach(() => world.close());

    it("gives a development chain test tokens with their namesakes' decimals, and the operator plenty", async () => {
      const operator = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
      const terms = { ...TERMS, operator, currencies: ["USDC", "DAI"] };
      const { currencies } = await world.deployTerms(terms, folder);
      expect(
        currencies.map(({ symbol, decimals, index }) => [symbol, decimals, index]),
      ).to.deep.equal([
        ["USDC", 6, 1],
        ["DAI", 18, 2],
      ]);
      for (const { address, decimals } of currencies) {
        for (const holder of [operator, world.account] as const) {
          const args = [holder] as const;
          const balance = await world.chain.client.readContract({
            address,
            abi: erc20Abi,
            functionName: "balanceOf",
            args,
          });
          expect(balance).to.equal(parseUnits("1000000000", decimals));
        }
      }
    });

    it("appoints whom the terms name", async () => {
      const attributor = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
      const { address } = await world.deployTerms({ ...TERMS, attributor }, folder);
      const holders = await world.chain.client.readContract({
        address,
        abi: programAbi,
        functionName: "holders",
      });
      expect(holders).to.deep.equal([
        ...[world.account, attributor, zeroAddress, world.account, zeroAddress],
      ]);
    });

    it("publishes pages of standing lines ahead where one transaction cannot hold them", async () => {
      const standing = Array.from({ length: 500 }, (_, i) => ({
        name: `m${i}`,
        holder: numberToHex(i + 1, { size: 20 }),
        rate: "0.02%",
      }));
      const program = await world.deployTerms({ ...TERMS, roles: {}, standing }, folder);
      expect(program.terms.standing).to.have.length(500);
      expect(program.terms.standing[499]).to.include({ name: "m499" });
    });

    it("sends nothing for terms that are wrong", async () => {
      const before = await world.chain.client.getBlockNumber();
      await refusal(world.deployTerms({ ...TERMS, ceiling: "1%" }, folder));
      expect(await world.chain.client.getBlockNumber()).to.equal(before);
    });

    it("takes the tokens of a real network from its parameters file, and refuses what is not there", async () => {
      const ignition = await mkdtemp(join(tmpdir(), "tributary-ignition-"));
      const real: Chain = { ...world.chain, instance: undefined, networkName: "sepolia" };
      const known = readParameters(hre.config.paths.ignition, "sepolia");
      const { addresses, testTokens } = await resolveTokens(
        real,
        world.account,
        hre.config.paths.ignition,
        ["ETH", "USDC"],
      );
      expect(addresses.get("USDC")).to.equal(known.get("USDC"));
      expect(known.get("USDC")).to.match(/^0x/);
      expect(testTokens).to.deep.equal([]);
      const error = await refusal(resolveTokens(real, HOLDER, ignition, ["USDC"]));
      expect(error.message)
        .to.include('"sepolia" does not know the currency "USDC"')
        .and.include("ignition/parameters/sepolia.json");
      await rm(ignition, { recursive: true });
    });
  });
});
