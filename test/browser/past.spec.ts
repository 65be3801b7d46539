import { createHash } from "node:crypto";
import type { Page } from "@playwright/test";
import {
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  numberToHex,
  type PublicClient,
  type RpcLog,
} from "viem";
import { SALE_POSTED } from "../../core/batches/leafOf.ts";
import { encodePart } from "../../core/history/files/encodePart.ts";
import { HISTORY_FORMAT, type TimedLog } from "../../core/history/files/HistoryPart.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { alterAnswers } from "./support/alterAnswers.ts";
import { connect } from "./support/connect.ts";
import { installWallet } from "./support/installWallet.ts";
import { type Call, refuseCalls } from "./support/limitRanges.ts";
import { listOf } from "./support/listOf.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { region } from "./support/region.ts";
import { startNode } from "./support/startNode.ts";
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
  await alterAnswers(page, world.rpcUrl, (_call, result) => {
    const told = withoutASale(result);
    if (told !== result) left++;
    return told;
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

test("a node that hides what is new is found out, and believed again once it tells", async ({
  page,
  world,
  site,
}) => {
  await onItsOwnChain(world, async (chain) => {
    const head = await chain.getBlockNumber();
    let isHiding = false;
    await alterAnswers(page, world.rpcUrl, (call, result) =>
      isHiding && isForLogs(call) ? withoutNews(result, head) : result,
    );
    await page.goto(programUrl(site, world.rpcUrl, world.program));
    await expect(page.getByText(PROVED)).toBeVisible();
    isHiding = true;
    await chain.writeContract({
      ...{ account: PARTNER, address: world.program, abi: programAbi },
      ...{ functionName: "setRecovery", args: [PARTNER.address, accountAt(19).address] },
    });
    const alert = page.getByRole("alert").first();
    await expect(alert).toContainText("not those that the program remembers");
    await expect(page.getByText(PROVED)).toHaveCount(0);
    await expect(sales(page)).toContainText("16 sales");
    isHiding = false;
    await expect(page.getByText(PROVED)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });
});

test("a node that falls a block behind takes nothing from the page", async ({
  page,
  world,
  site,
}) => {
  await onItsOwnChain(world, async (chain) => {
    let isBehind = false;
    let heads = 0;
    let ranges = 0;
    await alterAnswers(page, world.rpcUrl, (call, result) => {
      if (isBehind && isForLogs(call)) ranges++;
      if (!isBehind || call.method !== "eth_getBlockByNumber") return result;
      const block = result as { readonly number: Hex };
      if (call.params?.[0] !== ("latest" as unknown)) return result;
      heads++;
      return { ...block, number: numberToHex(BigInt(block.number) - 1n) };
    });
    await chain.mine({ blocks: 2 });
    await page.goto(programUrl(site, world.rpcUrl, world.program));
    await expect(page.getByText(PROVED)).toBeVisible();
    isBehind = true;
    await expect.poll(() => heads).toBeGreaterThan(2);
    await expect(page.getByText(PROVED)).toBeVisible();
    await expect(sales(page)).toContainText("16 sales");
    expect(ranges).toBe(0);
  });
});

test("what another node made up is not taken for what the site's own told", async ({
  page,
  world,
  site,
}) => {
  const stranger = await startNode(world.rpcUrl, ({ method }, { result }) =>
    method === "eth_getLogs" ? { result: withAClaim(result as RpcLog[], world) } : undefined,
  );
  const payments = region(page, "Payments");
  try {
    await page.goto(partnerUrl(site, stranger.url, world.program, PARTNER.address));
    await page.getByRole("button", { name: /^Use .* until I close this tab$/ }).click();
    await expect(payments.getByRole("row").nth(1)).toContainText("USDC");
  } finally {
    await stranger.stop();
  }
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, PARTNER.address));
  await expect(payments).toContainText("Nothing was paid out yet.");
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

  test("that lie are found out, and the node takes their place", async ({
    page,
    world,
    site,
    reader,
  }) => {
    const logs = await settledLogs(reader, world);
    const index = logs.findIndex(({ topics }) => topics[0] === SALE_POSTED);
    await publish(page, reader, site, world, logs.toSpliced(index, 1));
    const warned = page.waitForEvent("console", (message) =>
      message.text().includes("not those that the program remembers"),
    );
    await page.goto(programUrl(site, world.rpcUrl, world.program));
    await warned;
    await expect(sales(page)).toContainText("16 sales");
    await expect(page.getByText(PROVED)).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  });

  test.afterEach(async ({ site }) => site.setPrograms(undefined));
});

/** The logs of an answer without its first sale. */
function withoutASale(result: unknown): unknown {
  if (!Array.isArray(result)) return result;
  const index = result.findIndex(({ topics }) => topics?.[0] === SALE_POSTED);
  return index < 0 ? result : result.toSpliced(index, 1);
}

/** The logs of an answer up to a block. */
function withoutNews(result: unknown, last: bigint): unknown {
  return (result as RpcLog[]).filter(({ blockNumber }) => BigInt(blockNumber ?? 0) <= last);
}

/** The logs of an answer, and a claim that never was beside the first sale. */
function withAClaim(logs: readonly RpcLog[], { token }: World): readonly RpcLog[] {
  const args = { abi: programAbi, eventName: "Claimed", args: { party: PARTNER.address } } as const;
  const claim = {
    topics: encodeEventTopics(args) as RpcLog["topics"],
    data: encodeAbiParameters([{ type: "address" }, { type: "uint256" }], [token, 5_000_000n]),
  };
  return logs.flatMap((log) =>
    log.topics[0] === SALE_POSTED ? [log, { ...log, ...claim, logIndex: "0xffff" }] : [log],
  );
}

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
