import type { Page } from "@playwright/test";
import { encodeFunctionResult, parseUnits } from "viem";
import { hardhat } from "viem/chains";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { connect } from "./support/connect.ts";
import { expectSound } from "./support/expectSound.ts";
import { figure } from "./support/figure.ts";
import { installWallet } from "./support/installWallet.ts";
import { lieAbout } from "./support/lieAbout.ts";
import { listOf } from "./support/listOf.ts";
import { type RunningNode, startNode } from "./support/startNode.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl, programUrl } from "./support/urls.ts";
import { ACTORS } from "./support/World.ts";

// A link can name any node. What a stranger's node says may be lies, so it is asked nothing without consent, and whatever it
// says is marked.

const PARTNER = accountAt(ACTORS.partners[3]);
const MILLIONS = parseUnits("2500000", 6);

let node: RunningNode;

test.beforeEach(async ({ world }) => {
  const books = { net: MILLIONS, held: 0n, locked: MILLIONS, claimed: 0n, claimable: MILLIONS };
  const result = encodeFunctionResult({
    ...{ abi: programAbi, functionName: "account", result: books },
  });
  node = await startNode(world.rpcUrl, lieAbout("account(address,address)", result));
});

test.afterEach(async ({ site }) => {
  await node.stop();
  await site.setPrograms(undefined);
});

function consentOf(page: Page) {
  return page.getByRole("button", { name: `Use ${node.host} until I close this tab` });
}

test("a link's node is asked nothing before the visitor agrees, who is told what it can do", async ({
  page,
  world,
  site,
}) => {
  await page.goto(partnerUrl(site, node.url, world.program, PARTNER.address));
  const title = `This link wants the page to ask ${node.host}`;
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const card = page.getByRole("region", { name: "Before you agree" });
  await expect(card).toContainText("a balance that is not there");
  await expectSound(page);
  expect(node.asked).toEqual([]);
  await card.getByRole("link", { name: /^Use this site’s node/ }).click();
  await expect(page.getByRole("region", { name: "Money in USDC" })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "The node of this page" })).toHaveCount(0);
  expect(node.asked).toEqual([]);
});

test("what a link's node says stands under its name, with a way back to the site's node", async ({
  page,
  world,
  site,
}) => {
  await page.goto(partnerUrl(site, node.url, world.program, PARTNER.address));
  await consentOf(page).click();
  const money = page.getByRole("region", { name: "Money in USDC" });
  await expect(figure(money, "Claimable")).toHaveAttribute("value", MILLIONS.toString());
  const banner = page.getByRole("complementary", { name: "The node of this page" });
  await expect(banner).toContainText(`is what ${node.host} says`);
  await page.mouse.wheel(0, 4_000);
  await expect(banner).toBeInViewport();
  await expectSound(page);
  await page.getByRole("link", { name: "The program" }).click();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  await expect(banner).toBeVisible();
  await banner.getByRole("link", { name: /^Use this site’s node/ }).click();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  await expect(banner).toHaveCount(0);
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, PARTNER.address));
  await expect(figure(money, "Claimable")).not.toHaveAttribute("value", MILLIONS.toString());
});

test("consent lasts as long as the tab, and for that node alone", async ({
  page,
  context,
  world,
  site,
}) => {
  const url = programUrl(site, node.url, world.program);
  await page.goto(url);
  await consentOf(page).click();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  await expect(page.getByRole("complementary", { name: "The node of this page" })).toBeVisible();
  const other = await context.newPage();
  await other.goto(url);
  await expect(consentOf(other)).toBeVisible();
  await other.close();
  await page.goto(programUrl(site, `${node.url}/other`, world.program));
  await expect(consentOf(page)).toBeVisible();
});

test("a wallet that is switched is told of the site's node, never of the link's", async ({
  page,
  world,
  site,
}) => {
  const wallet = await installWallet(page, world.rpcUrl, PARTNER, 1);
  wallet.knowsChains = false;
  await page.goto(partnerUrl(site, node.url, world.program, PARTNER.address));
  await consentOf(page).click();
  await connect(page, PARTNER.address);
  const money = page.getByRole("region", { name: "Money in USDC" });
  await money.getByRole("button", { name: "Switch to Hardhat" }).click();
  await expect(money.getByText("Your wallet is on another chain")).toBeHidden();
  expect(wallet.added).toMatchObject([{ rpcUrls: [world.rpcUrl] }]);
  expect(JSON.stringify(wallet.added)).not.toContain(node.host);
});

test("a wallet is told of no node for a chain that the site does not list", async ({
  page,
  world,
  site,
}) => {
  await site.setPrograms(null);
  const wallet = await installWallet(page, world.rpcUrl, PARTNER, 1);
  wallet.knowsChains = false;
  await page.goto(partnerUrl(site, node.url, world.program, PARTNER.address));
  await consentOf(page).click();
  await connect(page, PARTNER.address);
  const money = page.getByRole("region", { name: "Money in USDC" });
  await money.getByRole("button", { name: "Switch to Hardhat" }).click();
  await expect(money).toContainText("it gives your wallet no node for it");
  expect(wallet.asked).not.toContain("wallet_addEthereumChain");
  wallet.knowsChains = true;
  await money.getByRole("button", { name: "Switch to Hardhat" }).click();
  await expect(money.getByText("Your wallet is on another chain")).toBeHidden();
});

test("a node of another chain than the site lists it for is refused", async ({
  page,
  world,
  site,
}) => {
  const [chain] = listOf(world).chains;
  await site.setPrograms({ chains: [{ ...chain, id: 8453 }], programs: [] });
  await page.goto(`${site.url}?program=${world.program}`);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The node is of another chain");
  await expect(alert).toContainText("says that it is of chain 31337, and this site lists it for");
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toHaveCount(0);
});

test("a link's node of another chain than the link says is refused", async ({
  page,
  world,
  site,
}) => {
  await page.goto(`${programUrl(site, node.url, world.program)}&chain=1`);
  await consentOf(page).click();
  await expect(page.getByRole("alert")).toContainText("and the link is about chain 1.");
});

test("a node with another first block than the site lists is refused, and one with that is used", async ({
  page,
  world,
  site,
  reader,
}) => {
  const [chain] = listOf(world).chains;
  const { hash } = await reader.getBlock({ blockNumber: 0n });
  const genesis = `0x${"12".repeat(32)}`;
  await site.setPrograms({ chains: [{ ...chain, genesis }] });
  await page.goto(programUrl(site, node.url, world.program));
  await consentOf(page).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(`says that its first block is ${hash}`);
  await expect(alert).toContainText(genesis);
  await site.setPrograms({ chains: [{ ...chain, genesis: hash }] });
  await page.reload();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
});

test("where the first of the site's nodes is not there, the next one is used", async ({
  page,
  world,
  site,
}) => {
  const chain = { id: hardhat.id, nodes: ["http://127.0.0.1:1", world.rpcUrl] };
  await site.setPrograms({ chains: [chain] });
  await page.goto(`${site.url}?program=${world.program}`);
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
});

test("a link's explorer is used only where the site lists it", async ({ page, world, site }) => {
  const [chain] = listOf(world).chains;
  await site.setPrograms({ chains: [{ ...chain, explorer: "https://explorer.example.org" }] });
  const url = programUrl(site, world.rpcUrl, world.program);
  await page.goto(`${url}&explorer=https://evil.example`);
  await expect(page.getByText("The link names evil.example")).toBeVisible();
  const look = page.getByRole("link", { name: `${world.program} in the block explorer` }).first();
  await expect(look).toHaveAttribute(
    "href",
    `https://explorer.example.org/address/${world.program}`,
  );
  await page.goto(`${url}&explorer=https://explorer.example.org/hardhat`);
  await expect(look).toHaveAttribute(
    "href",
    `https://explorer.example.org/hardhat/address/${world.program}`,
  );
  await expect(page.getByText("block explorer is not used")).toHaveCount(0);
});
