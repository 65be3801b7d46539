import { encodeFunctionResult, parseUnits } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { connect } from "./support/connect.ts";
import { expectSound } from "./support/expectSound.ts";
import { figure } from "./support/figure.ts";
import { installWallet } from "./support/installWallet.ts";
import { lieAbout } from "./support/lieAbout.ts";
import { listOf } from "./support/listOf.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { type RunningNode, startNode } from "./support/startNode.ts";
import { expect, test } from "./support/test.ts";
import { holderUrl, partnerUrl, programUrl } from "./support/urls.ts";
import { ACTORS, type World } from "./support/World.ts";

// The site lists a second node; here the first one of them lies.

const PARTNER = accountAt(ACTORS.partners[0]);
const MILLIONS = parseUnits("2500000", 6);
const DISAGREE = "Two nodes say different things";

const nodes: RunningNode[] = [];

/** A site whose first node is one that lies, and whose second one is the chain's. */
async function listLiar(world: World, lie: Parameters<typeof startNode>[1]) {
  const node = await startNode(world.rpcUrl, lie);
  nodes.push(node);
  const [chain] = listOf(world).chains;
  const list = { chains: [{ ...chain, nodes: [node.url], second: world.rpcUrl }] };
  return { node, list, second: new URL(world.rpcUrl).host };
}

test.afterEach(async ({ site }) => {
  await site.setPrograms(undefined);
  for (const node of nodes.splice(0)) await node.stop();
});

test("two nodes that agree are not mentioned", async ({ page, world, site }) => {
  const { list } = await listLiar(world, () => undefined);
  await site.setPrograms(list);
  const asked = page.waitForRequest((request) => request.url().startsWith(world.rpcUrl));
  await page.goto(`${site.url}?program=${world.program}`);
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  await asked;
  await page.waitForLoadState("networkidle");
  await expect(page.getByText(DISAGREE)).toHaveCount(0);
});

test("a balance that the second node does not know is told with both numbers, and can be claimed nevertheless", async ({
  page,
  world,
  site,
  reader,
}) => {
  const claimable = await reader.readContract({
    ...{ address: world.program, abi: programAbi, functionName: "claimable" },
    args: [PARTNER.address, world.token],
  });
  expect(claimable).toBeGreaterThan(0n);
  const books = { net: MILLIONS, held: 0n, locked: MILLIONS, claimed: 0n, claimable: MILLIONS };
  const { node, list, second } = await listLiar(
    world,
    lieAbout(
      "account(address,address)",
      encodeFunctionResult({ abi: programAbi, functionName: "account", result: books }),
    ),
  );
  await site.setPrograms(list);
  await installWallet(page, world.rpcUrl, PARTNER);
  await page.goto(partnerUrl(site, node.url, world.program, PARTNER.address));
  const alert = page.getByRole("alert").filter({ hasText: DISAGREE });
  await expect(alert).toContainText(`Claimable in USDC: 2,500,000 USDC by ${node.host}`);
  await expect(alert.getByRole("listitem").filter({ hasText: "in USDC" })).toContainText(
    `by ${second}`,
  );
  await expectSound(page);
  await connect(page, PARTNER.address);
  const money = page.getByRole("region", { name: "Money in USDC" });
  await expect(money).toContainText("Two nodes say different things: the chain decides");
  await onItsOwnChain(world, async () => {
    await money.getByRole("button", { name: /^Claim/ }).click();
    const paid = money.getByRole("status").filter({ hasText: "Paid" });
    await expect(paid.locator("data")).toHaveAttribute("value", claimable.toString());
  });
});

test("totals and terms that the second node does not know are told", async ({
  page,
  world,
  site,
  reader,
}) => {
  const contract = { address: world.program, abi: programAbi } as const;
  const solvency = await reader.readContract({ ...contract, functionName: "solvency" });
  const rich = solvency.map((one) => ({ ...one, balance: one.balance + MILLIONS }));
  const { node, list } = await listLiar(
    world,
    lieAbout(
      "solvency()",
      encodeFunctionResult({ abi: programAbi, functionName: "solvency", result: rich }),
    ),
  );
  await site.setPrograms(list);
  await page.goto(programUrl(site, node.url, world.program));
  const alert = page.getByRole("alert").filter({ hasText: DISAGREE });
  await expect(alert.getByRole("listitem")).toHaveCount(2);
  await expect(alert).toContainText("Held by the program in USDC:");
  await expect(alert).not.toContainText("Hash of the terms");
});

test("a node that is far behind the second one is told", async ({ page, world, site }) => {
  const { node, list } = await listLiar(world, ({ method, params }, { result }) => {
    if (method !== "eth_getBlockByNumber" || params?.[0] !== "latest") return undefined;
    const block = result as { timestamp: string };
    const timestamp = `0x${(BigInt(block.timestamp) - 7_200n).toString(16)}`;
    return { result: { ...block, timestamp } };
  });
  await site.setPrograms(list);
  await page.goto(programUrl(site, node.url, world.program));
  const alert = page.getByRole("alert").filter({ hasText: DISAGREE });
  await expect(alert).toContainText(/Newest block: [\d,]+, 2 hours behind by/);
});

test("a second node that is far behind and has no old state is told as behind", async ({
  page,
  world,
  site,
}) => {
  const [chain] = listOf(world).chains;
  const slow = await startNode(world.rpcUrl, ({ method }, { result }) => {
    if (method === "eth_call") return { error: { code: -32_000, message: "missing trie node" } };
    if (method !== "eth_getBlockByNumber") return undefined;
    const block = result as { timestamp: string };
    const timestamp = `0x${(BigInt(block.timestamp) - 7_200n).toString(16)}`;
    return { result: { ...block, timestamp } };
  });
  nodes.push(slow);
  await site.setPrograms({ chains: [{ ...chain, second: slow.url }] });
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(page.getByRole("alert").filter({ hasText: DISAGREE })).toContainText(
    `2 hours behind by ${slow.host}`,
  );
});

test("a program that only the first node knows is told as such", async ({ page, world, site }) => {
  const [chain] = listOf(world).chains;
  const blind = await startNode(world.rpcUrl, ({ method }) =>
    method === "eth_call" ? { result: "0x" } : undefined,
  );
  nodes.push(blind);
  await site.setPrograms({ chains: [{ ...chain, second: blind.url }] });
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(page.getByRole("alert")).toContainText(
    `The contract: answers by ${new URL(world.rpcUrl).host}, does not answer by ${blind.host}`,
  );
});

test("a second node that does not answer is told, and nothing is lost", async ({
  page,
  world,
  site,
}) => {
  const [chain] = listOf(world).chains;
  await site.setPrograms({ chains: [{ ...chain, second: "http://127.0.0.1:1" }] });
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(page.getByText("and 127.0.0.1:1 could not be compared")).toBeVisible();
  await expect(page.getByRole("region", { name: "Sales", exact: true })).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a link's node is compared with the site's own", async ({ page, world, site }) => {
  const liar = await startNode(world.rpcUrl, lieAbout("termsHash()", `0x${"ab".repeat(32)}`));
  nodes.push(liar);
  await page.goto(programUrl(site, liar.url, world.program));
  await page.getByRole("button", { name: /until I close this tab$/ }).click();
  const alert = page.getByRole("alert").filter({ hasText: DISAGREE });
  await expect(alert).toContainText(`Hash of the terms: 0x${"ab".repeat(32)} by ${liar.host}`);
});

test("what a plan's holder can claim is compared, too", async ({ page, world, site }) => {
  const lie = `0x${(10n ** 12n).toString(16).padStart(64, "0").repeat(5)}` as const;
  const { node, list } = await listLiar(world, lieAbout("earningsOf(uint256,address)", lie));
  await site.setPrograms(list);
  const holder = accountAt(ACTORS.partners[0]).address;
  await page.goto(holderUrl(site, node.url, world.plan, holder));
  const alert = page.getByRole("alert").filter({ hasText: DISAGREE });
  await expect(alert).toContainText(/Payable in USDC: [\d,.]+ USDC by/);
  const money = page.getByRole("region", { name: "Money in USDC" });
  await expect(figure(money, "Payable")).toBeVisible();
  await expect(money).toContainText("Two nodes say different things: the chain decides");
});
