import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Address, erc20Abi } from "viem";
import { decodeSale } from "../../../core/batches/decodeSale.ts";
import { programAbi } from "../../../generated/abis/Program.ts";
import { readEventsNamed } from "../../../scripts/chain/history/readEventsNamed.ts";
import type { Program } from "../../../scripts/chain/openProgram.ts";
import { type Folder, openFolder } from "../../integration/support/files.ts";
import { refundsFile, salesFile, seedProgram } from "../../integration/support/seed.ts";
import { openWorld, type World } from "../../integration/support/world.ts";

export interface PostingWorld {
  readonly world: World;
  readonly program: Program;
  readonly account: Address;
  /** Three sales, of two roles, in one currency. */
  readonly sales: string;
  /** Two refunds of them, one of them partial. */
  readonly refunds: string;
  /** A journal that nobody has used. */
  newJournal(): string;
  /** Turns the chain back to where it was when the world was opened, or last marked. */
  restore(): Promise<void>;
  /** What is turned back to from now on. */
  mark(): Promise<void>;
  /** What a chain looks like that was posted to rightly. */
  read(): Promise<Totals>;
  request(method: string, ...params: unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface Totals {
  /** Sale ids with amounts, as often as they are posted. */
  readonly posted: readonly string[];
  readonly refunded: readonly string[];
  /** What lies unused in the program's funds. */
  readonly funds: bigint;
  /** What the poster's wallet has left. */
  readonly wallet: bigint;
  /** How many transactions the poster's account has made. */
  readonly transactions: number;
}

const SALES = [
  "s-1,c-1,initial,99.00,USDC,2025-01-06,pro,ana:integration:1",
  "s-2,c-2,renewal,40.00,USDC,2025-01-06,pro,ana:integration:1;ben:support:1",
  "s-3,c-1,initial,7.77,USDC,2025-01-06,pro,",
];
const REFUNDS = ["r-1,s-1,9.90,late,2025-01-07", "r-2,s-2,40.00,cancelled,2025-01-07"];

export async function openPostingWorld(): Promise<PostingWorld> {
  const folder: Folder = await openFolder();
  const journals = await mkdtemp(join(tmpdir(), "tributary-journals-"));
  const world = await openWorld("2025-01-05T00:00:00Z");
  const program = await seedProgram(world, folder);
  const { account, chain } = world;
  const request = (method: string, ...params: unknown[]) =>
    chain.connection.provider.request({ method, params });
  let snapshot = await request("evm_snapshot");
  let count = 0;
  return {
    ...{ world, program, account, request },
    sales: await salesFile(folder, ...SALES),
    refunds: await refundsFile(folder, ...REFUNDS),
    newJournal: () => join(journals, `${count++}.sqlite`),
    mark: async () => {
      snapshot = await request("evm_snapshot");
    },
    restore: async () => {
      await request("evm_revert", snapshot);
      snapshot = await request("evm_snapshot");
    },
    read: () => readTotals(program, account),
    close: async () => {
      await world.close();
      await folder.remove();
      await rm(journals, { recursive: true });
    },
  };
}

/** Read from the chain alone, by its events and balances. */
export async function readTotals(program: Program, account: Address): Promise<Totals> {
  const { client } = program.chain;
  const events = await readEventsNamed(program, ["SalePosted", "SaleRefunded"]);
  const usdc = program.currencies.find(({ symbol }) => symbol === "USDC");
  if (usdc === undefined) throw new Error("no USDC");
  const solvency = await client.readContract({
    ...{ address: program.address, abi: programAbi, functionName: "solvency" },
  });
  const posted: string[] = [];
  const refunded: string[] = [];
  for (const event of events) {
    if (event.eventName === "SalePosted") {
      const { amount } = decodeSale(event.args);
      posted.push(`${event.args.saleId} ${amount}`);
    } else refunded.push(`${event.args.refundId} ${event.args.amount}`);
  }
  return {
    posted: posted.sort(),
    refunded: refunded.sort(),
    funds: solvency[usdc.index]?.funds ?? 0n,
    wallet: await client.readContract({
      ...{ address: usdc.address, abi: erc20Abi, functionName: "balanceOf", args: [account] },
    }),
    transactions: await client.getTransactionCount({ address: account }),
  };
}
