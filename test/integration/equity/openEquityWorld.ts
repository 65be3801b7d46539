import { expect } from "chai";
import hre from "hardhat";
import { type Address, erc20Abi, parseUnits } from "viem";
import { deployProgram } from "../../../scripts/chain/deploy/deployProgram.ts";
import { accountOf, type Chain, openChain } from "../../../scripts/chain/openChain.ts";
import { waitFor } from "../../../scripts/chain/send.ts";
import type { EquityPlan } from "../../../scripts/equity/chain/openEquityPlan.ts";
import { createPlan } from "../../../scripts/equity/create/createPlan.ts";
import type { PlanFile } from "../../../scripts/equity/PlanFile.ts";
import { type Ended, startCommand } from "../../posting/support/startCommand.ts";
import { type Folder, openFolder } from "../support/files.ts";
import { type Server, startServer } from "../support/server.ts";

export const OPERATOR: Address = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
export const ANA: Address = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
export const BEN: Address = "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC";
export const CLEO: Address = "0x90F79bf6EB2c4f870365E785982E1f101E93b906";
export const ARBITER: Address = "0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65";
export const GUARDIAN: Address = "0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc";
export const TREASURY: Address = "0x976EA74026E726554dB657fA54763abd0C3a0aa9";
export const TAX: Address = "0x14dC79964da2C08b23698B3D3cc7Ca32193d9955";

export const DAY = 86_400;
/** When the chain begins. */
export const START = Date.UTC(2026, 0, 1) / 1_000;

export const PLAN: PlanFile = {
  name: "Team",
  ...{ operator: OPERATOR, arbiter: ARBITER, guardian: GUARDIAN, treasury: TREASURY },
  taxAccount: TAX,
  authorised: "100000",
  rest: "holders",
  classes: ["0", "5.00"],
  currency: "USDC",
  ...{ resignLoss: "20%", causeLoss: "50%", window: "365d", notice: "30d", pauseLimit: "90d" },
  multiple: "3",
};

export const GRANTS_HEADER =
  "grant,holder,units,class,starts,cliff,length,step,single,double,withholding,agreement";

// biome-ignore lint/suspicious/noExplicitAny: each command has its own.
type Document = any;

/** A chain over HTTP, and commands that are run on it as a user does. */
export interface EquityWorld {
  readonly server: Server;
  readonly folder: Folder;
  readonly chain: Chain;
  readonly account: Address;
  /** Of the usual plan, but for what is given. */
  create(
    plan?: { readonly [Name in keyof PlanFile]?: PlanFile[Name] | undefined },
  ): Promise<EquityPlan>;
  /** Of a terms file. Returns its address. */
  deployProgram(terms: object): Promise<Address>;
  run(...command: string[]): Promise<Ended & { readonly json: Document }>;
  /** The same; fails where the command does. */
  done(...command: string[]): Promise<Document>;
  /** The same of one that has to fail; what it says. */
  refused(...command: string[]): Promise<string>;
  grantsFile(...lines: readonly string[]): Promise<string>;
  /** Pays the plan as any wallet does. */
  pay(plan: EquityPlan, amount: string, symbol?: string): Promise<void>;
  /** Lets so many days pass. */
  wait(days: number): Promise<void>;
  now(): Promise<number>;
  close(): Promise<void>;
}

export async function openEquityWorld(): Promise<EquityWorld> {
  const folder = await openFolder();
  const server = await startServer("2026-01-01T00:00:00Z");
  const connection = await hre.network.create({
    network: "localhost",
    override: { url: server.url },
  });
  const chain = await openChain(connection);
  const account = await accountOf(chain, undefined);
  const run: EquityWorld["run"] = async (...command) => {
    const ended = await startCommand(server.url, [...command, "--json"]).ended;
    expect(ended.isEndless, ended.stderr).to.equal(false);
    return { ...ended, json: ended.stdout === "" ? undefined : JSON.parse(ended.stdout) };
  };
  return {
    ...{ server, folder, chain, account, run },
    create: async (plan = {}) =>
      createPlan(chain, {
        plan: await folder.write("plan.json", JSON.stringify({ ...PLAN, ...plan })),
        ...{ account, ignitionFolder: hre.config.paths.ignition },
      }),
    deployProgram: async (terms) => {
      const file = await folder.write("terms.json", JSON.stringify(terms));
      const program = await deployProgram(chain, {
        ...{ terms: file, account, ignitionFolder: hre.config.paths.ignition },
      });
      return program.address;
    },
    done: async (...command) => {
      const { status, stderr, json } = await run(...command);
      expect(status, stderr).to.equal(0);
      return json;
    },
    refused: async (...command) => {
      const { status, stderr, stdout } = await run(...command);
      expect(status, stdout).to.equal(1);
      return stderr;
    },
    grantsFile: (...lines) =>
      folder.write("grants.csv", `${[GRANTS_HEADER, ...lines].join("\n")}\n`),
    pay: async (plan, amount, symbol = "USDC") => {
      const currency = plan.currencies.find((one) => one.symbol === symbol);
      if (currency === undefined) throw new Error(`no ${symbol}`);
      const value = parseUnits(amount, currency.decimals);
      const from = { account, chain: chain.wallet.chain } as const;
      const hash =
        symbol === "ETH"
          ? await chain.wallet.sendTransaction({ ...from, to: plan.address, value })
          : await chain.wallet.writeContract({
              ...{ ...from, address: currency.address, abi: erc20Abi, functionName: "transfer" },
              args: [plan.address, value],
            });
      await waitFor(chain, hash);
    },
    wait: async (days) => {
      await connection.provider.request({ method: "evm_increaseTime", params: [days * DAY] });
      await connection.provider.request({ method: "evm_mine", params: [] });
    },
    now: async () => Number((await chain.client.getBlock()).timestamp),
    close: async () => {
      await connection.close();
      await server.close();
      await folder.remove();
    },
  };
}
