import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import type { PublicClient } from "viem";
import { SALE_POSTED } from "../../core/batches/leafOf.ts";
import { encodePart } from "../../core/history/files/encodePart.ts";
import { HISTORY_FORMAT, type TimedLog } from "../../core/history/files/HistoryPart.ts";
import { programAbi } from "../../generated/abis.ts";
import { accountAt } from "./support/accountAt.ts";
import { connect } from "./support/connect.ts";
import { installWallet } from "./support/installWallet.ts";
import { type Call, refuseCalls } from "./support/limitRanges.ts";
import { listOf } from "./support/listOf.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { region } from "./support/region.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl, programUrl } from "./support/urls.ts";
import { ACTORS, type World } from "./support/World.ts";

const PARTNER = accountAt(ACTORS.partners[0]);
const PROVED = "Proved to the last event";

function sales(page: Page) {
  return region(page, "Sales");
}

function isForLogs({ method }: Call): boolean {
  return method === "eth_getLogs";
}

test("a node that gives no events gives the numbers and the claim all the same", async ({
  page,
  world,
  site,
  reader,
}) => {
  await onItsOwnChain(world, async () => {
    await refuseCalls(page, world.rpcUrl, (call) =>
      isForLogs(call) ? { code: -32_000, message: "no logs here" } : undefined,
    );
    await installWallet(page, world.rpcUrl, PARTNER);
    await page.goto(programUrl(site, world.rpcUrl, world.program));
    await expect(page.getByText("The program holds")).toBeVisible();
    await page.goto(partnerUrl(site, world.rpcUrl, world.program, PARTNER.address));
    await expect(page.getByRole("heading", { name: "northwind" })).toBeVisible();
    await connect(page, PARTNER.address);
    const money = page.getByRole("region", { name: "Money in USDC" });
    await money.getByRole("button", { name: /^Claim/ }).click();
    await expect(money.getByRole("status").filter({ hasText: "Paid" })).toBeVisible();
    const left = await reader.readContract({
      address: world.program,
      abi: programAbi,
      functionName: "claimable",
      args: [PARTNER.address, world.token],
    });
    expect(left).toBe(0n);
  });
});

test("a node that is busy is asked again, and the past comes", async ({ page, world, site }) => {
  let refused = 0;
  await refuseCalls(page, world.rpcUrl, (call) => {
    if (!isForLogs(call) || refused >= 3) return undefined;
    refused++;
    return { code: -32_005, message: "Too many requests" };
  });
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(sales(page)).toContainText("16 sales");
  await expect(page.getByText(PROVED)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(refused).toBe(3);
});

test("a node that leaves a sale out is found out", async ({ page, world, site }) => {
  let left = 0;
  await page.route(`${world.rpcUrl}/**`, async (route) => {
    const response = await route.fetch();
    const text = await response.text();
    const answers: unknown = JSON.parse(text);
    const all = Array.isArray(answers) ? answers : [answers];
    for (const answer of all) {
      if (!Array.isArray(answer.result)) continue;
      const index = answer.result.findIndex(
        ({ topics }: { readonly topics?: readonly string[] }) => topics?.[0] === SALE_POSTED,
      );
      if (index < 0) continue;
      answer.result.splice(index, 1);
      left++;
    }
    await route.fulfill({ response, json: answers });
  });
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(page.getByRole("alert").first()).toContainText(
    "not those that the program remembers",
  );
  expect(left).toBeGreaterThan(0);
  await expect(page.getByText(PROVED)).toHaveCount(0);
  // What the program answers by itself is not the node's to leave out.
  await expect(page.getByText("The program holds")).toBeVisible();
});

test("what was read stays in the browser for the next visit", async ({ page, world, site }) => {
  let blocks = 0;
  await refuseCalls(page, world.rpcUrl, (call) => {
    const [range] = isForLogs(call) ? (call.params ?? []) : [];
    // The factory is asked whether it made the program, each time.
    if (range !== undefined && `${range.address}`.toLowerCase() === world.program.toLowerCase())
      blocks += Number(range.toBlock) - Number(range.fromBlock) + 1;
    return undefined;
  });
  const visit = async (): Promise<number> => {
    blocks = 0;
    await page.goto(programUrl(site, world.rpcUrl, world.program));
    await expect(sales(page)).toContainText("16 sales");
    await expect(page.getByText(PROVED)).toBeVisible();
    // Claims and receipts have no word: all blocks are read for them.
    await expect(page.getByRole("img", { name: /^Of / })).toBeVisible();
    return blocks;
  };
  const first = await visit();
  await page.goto("about:blank");
  expect(await visit()).toBeLessThan(first / 2);
});

test("a chain that has other blocks now is shown as it is now", async ({
  page,
  world,
  site,
  reader,
}) => {
  await onItsOwnChain(world, async (chain) => {
    const identity = PARTNER.address;
    const fork = await chain.snapshot();
    await page.goto(partnerUrl(site, world.rpcUrl, world.program, identity));
    const payments = region(page, "Payments");
    await expect(payments).toContainText("Nothing was paid out yet.");
    const account = accountAt(ACTORS.customer);
    await chain.writeContract({
      ...{ account, address: world.program, abi: programAbi, functionName: "claim" },
      args: [identity, world.token],
    });
    await expect(payments.getByRole("row").nth(1)).toContainText("USDC");
    await chain.revert({ id: fork });
    await chain.mine({ blocks: 4 });
    await expect(payments).toContainText("Nothing was paid out yet.");
    expect(
      await reader.readContract({
        ...{ address: world.program, abi: programAbi, functionName: "claimable" },
        args: [identity, world.token],
      }),
    ).toBeGreaterThan(0n);
  });
});

test.describe("history files", () => {
  test("take the node's place, and are proved", async ({ page, world, site, reader }) => {
    await publish(page, reader, site, world, await settledLogs(reader, world));
    const { number: head } = await reader.getBlock();
    await refuseCalls(page, world.rpcUrl, (call) => {
      const [range] = isForLogs(call) ? (call.params ?? []) : [];
      const isOld = range !== undefined && BigInt(range.fromBlock ?? 0) < head - 40n;
      return isOld ? { code: -32_000, message: "pruned" } : undefined;
    });
    await page.goto(programUrl(site, world.rpcUrl, world.program));
    await expect(sales(page)).toContainText("16 sales");
    await expect(page.getByText(PROVED)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test("that lie are found out", async ({ page, world, site, reader }) => {
    const logs = await settledLogs(reader, world);
    const index = logs.findIndex(({ topics }) => topics[0] === SALE_POSTED);
    await publish(page, reader, site, world, logs.toSpliced(index, 1));
    await page.goto(programUrl(site, world.rpcUrl, world.program));
    await expect(page.getByRole("alert").first()).toContainText(
      "not those that the program remembers",
    );
    await expect(page.getByText(PROVED)).toHaveCount(0);
  });

  test.afterEach(async ({ site }) => site.setPrograms(undefined));
});

/** The program's logs but for those of the newest blocks. */
async function settledLogs(reader: PublicClient, { program }: World): Promise<TimedLog[]> {
  const { number } = await reader.getBlock();
  const logs = await reader.getLogs({ address: program, fromBlock: 0n, toBlock: number - 20n });
  const timed = logs.map(async (log): Promise<TimedLog> => {
    const { timestamp } = await reader.getBlock({ blockNumber: log.blockNumber });
    return { ...log, blockTimestamp: timestamp, removed: false };
  });
  return Promise.all(timed);
}

/** Serves logs as history files beside the site's list, as `history sync` writes them. */
async function publish(
  page: Page,
  client: PublicClient,
  site: { readonly url: string; readonly setPrograms: (content: object) => Promise<void> },
  world: World,
  logs: readonly TimedLog[],
): Promise<void> {
  const to = Number((await client.getBlock()).number - 20n);
  const { hash } = await client.getBlock({ blockNumber: BigInt(to) });
  const identity = { chainId: 31_337, program: world.program };
  const text = JSON.stringify(encodePart({ ...identity, from: 0, to }, logs));
  const sha256 = `0x${createHash("sha256").update(text).digest("hex")}`;
  const parts = [{ from: 0, to, hash, events: logs.length, sha256 }];
  const index = { format: HISTORY_FORMAT, ...identity, parts, proved: 1 };
  await page.route(`${site.url}history/**`, (route) =>
    route.fulfill({
      body: route.request().url().endsWith("history.json") ? JSON.stringify(index) : text,
    }),
  );
  const list = listOf(world);
  await site.setPrograms({
    ...list,
    programs: [{ address: world.program, chain: 31_337, history: "history" }],
  });
}
