import { hardhat } from "viem/chains";
import { accountAt } from "./support/accountAt.ts";
import { expectSound } from "./support/expectSound.ts";
import { listOf } from "./support/listOf.ts";
import { startNode } from "./support/startNode.ts";
import { expect, test } from "./support/test.ts";

// What somebody sees who has an address or a link, and no idea of nodes.

const NOBODY = "http://127.0.0.1:1";

test.afterEach(async ({ site }) => site.setPrograms(undefined));

test("an address alone opens a program through the site's node", async ({ page, world, site }) => {
  await page.goto(site.url);
  await expect(page.getByLabel("Node (RPC URL)")).toBeHidden();
  await page.getByLabel("Address of the program or plan").fill("0x12");
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByText("It must be an address")).toBeVisible();
  await page.getByLabel("Address of the program or plan").fill(world.program.toLowerCase());
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("rpc")).toBeNull();
});

test("of several chains the one that has the program is found", async ({ page, world, site }) => {
  const usual = listOf(world);
  const empty = await startNode(world.rpcUrl, ({ method }) => {
    if (method === "eth_getCode") return { result: "0x" };
    return method === "eth_chainId" ? { result: "0xa" } : undefined;
  });
  const optimism = { id: 10, nodes: [NOBODY, empty.url] };
  await site.setPrograms({ ...usual, chains: [optimism, ...usual.chains] });
  await page.goto(site.url);
  const address = page.getByLabel("Address of the program or plan");
  await expect(page.getByLabel("Chain")).toHaveValue("");
  await address.fill(accountAt(19).address);
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(
    page.getByText("There is no contract at this address on OP Mainnet and Hardhat."),
  ).toBeVisible();
  await expectSound(page);
  await address.fill(world.program);
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  expect(new URL(page.url()).searchParams.get("chain")).toBe(String(hardhat.id));
  await empty.stop();
});

test("a link to an unlisted program of no named chain asks which it is", async ({
  page,
  world,
  site,
}) => {
  const usual = listOf(world);
  await site.setPrograms({ ...usual, chains: [{ id: 10, nodes: [NOBODY] }, ...usual.chains] });
  await page.goto(`${site.url}?program=${world.program}`);
  await expect(page.getByLabel("Address of the program or plan")).toHaveValue(world.program);
  await page.getByLabel("Chain").selectOption("Hardhat");
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
});

test("a site lists programs on several chains", async ({ page, world, site }) => {
  const usual = listOf(world);
  await site.setPrograms({
    chains: [...usual.chains, { id: 10, nodes: [NOBODY] }],
    programs: [
      { address: world.program, name: "Here", chain: hardhat.id },
      { address: world.deal, name: "There", chain: 10 },
      { address: world.hostile, name: "Here too", chain: hardhat.id },
    ],
  });
  await page.goto(site.url);
  const there = page.getByRole("region", { name: "On OP Mainnet" });
  await expect(there.getByRole("link", { name: /There/ })).toHaveAttribute(
    "href",
    `?chain=10&program=${world.deal}`,
  );
  await expect(page.getByRole("link", { name: /^Here/ })).toHaveCount(2);
  await page.getByRole("link", { name: /^Here 0x/ }).click();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
});

for (const [what, search, complaint] of [
  ["a node that is none", "rpc=javascript:alert(1)", "“rpc” is “javascript:alert(1)”"],
  ["a node behind a user’s name", "rpc=https://a.example@b.example", "its host is b.example"],
  ["half an address", "program=0x12", "“program” is “0x12”"],
  ["a chain by name", "chain=base", "“chain” is “base”"],
  ["a chain that the site does not list", "chain=8453", "this site does not list"],
] as const) {
  test(`a link with ${what} says what in it is wrong`, async ({ page, site }) => {
    await page.goto(`${site.url}?${search}`);
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("The link to this page is wrong");
    await expect(alert).toContainText(complaint);
    await expect(page.getByText("settings are wrong")).toHaveCount(0);
    await expect(page.getByLabel("Address of the program or plan")).toBeVisible();
  });
}

test("settings that make no sense are told as the site's, not the link's", async ({
  page,
  site,
}) => {
  await site.setPrograms({ chains: [{ id: 1 }] });
  await page.goto(site.url);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The site’s settings are wrong");
  await expect(alert).toContainText("programs.json: “chains[0].nodes” is empty");
});

test("a site without a list asks for a node", async ({ page, world, site }) => {
  await site.setPrograms(null);
  await page.goto(site.url);
  await page.getByLabel("Address of the program or plan").fill(world.program);
  await page.getByRole("button", { name: "Show it" }).click();
  await expect(page.getByText("It must be an http:// or https:// address")).toBeVisible();
  await page.getByLabel("Node (RPC URL)").fill(world.rpcUrl);
  await page.getByRole("button", { name: "Show it" }).click();
  await page.getByRole("button", { name: /until I close this tab$/ }).click();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
});
