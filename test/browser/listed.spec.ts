import { hardhat } from "viem/chains";
import { accountAt } from "./support/accountAt.ts";
import { expectSound } from "./support/expectSound.ts";
import { limitRanges } from "./support/limitRanges.ts";
import { listOf } from "./support/listOf.ts";
import { region } from "./support/region.ts";
import { expect, test } from "./support/test.ts";
import { holderUrl, partnerUrl, programUrl } from "./support/urls.ts";
import { ACTORS } from "./support/World.ts";

// What the site's list knows of programs, plans and tokens, and what the page says of others.

const PARTNER = accountAt(ACTORS.partners[0]).address;
const UNLISTED = "Not on this site’s list";

test.afterEach(async ({ site }) => site.setPrograms(undefined));

test("what a listed factory made is not marked", async ({ page, world, site }) => {
  for (const url of [
    programUrl(site, world.rpcUrl, world.program),
    partnerUrl(site, world.rpcUrl, world.program, PARTNER),
    holderUrl(site, world.rpcUrl, world.plan, PARTNER),
  ]) {
    await page.goto(url);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.waitForLoadState("networkidle");
    await expect(page.getByText(UNLISTED)).toHaveCount(0);
  }
});

test("a factory's record is found on a node that gives few blocks at a time", async ({
  page,
  world,
  site,
}) => {
  const refused = await limitRanges(page, world.rpcUrl);
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(page.getByRole("region", { name: "Sales", exact: true })).toContainText("16 sales");
  expect(refused()).toBeGreaterThan(0);
  await page.waitForLoadState("networkidle");
  await expect(page.getByText(UNLISTED)).toHaveCount(0);
});

test("what nobody listed and no listed factory made says so under its title", async ({
  page,
  world,
  site,
}) => {
  const [chain] = listOf(world).chains;
  // Each made by a factory that is of the other kind, or that is not listed.
  await site.setPrograms({ chains: [{ ...chain, factories: [world.token] }] });
  for (const [what, url] of [
    ["program", programUrl(site, world.rpcUrl, world.program)],
    ["program", partnerUrl(site, world.rpcUrl, world.program, PARTNER)],
    ["plan", `${site.url}#/plan/${world.plan}`],
    ["plan", holderUrl(site, world.rpcUrl, world.plan, PARTNER)],
  ] as const) {
    await page.goto(url);
    const note = page.getByRole("paragraph").filter({ hasText: UNLISTED });
    await expect(note).toContainText(`has not listed this ${what}, and none of its factories`);
    await expectSound(page);
  }
});

test("a program that the site lists needs no factory, on its own chain alone", async ({
  page,
  world,
  site,
}) => {
  const [chain] = listOf(world).chains;
  const chains = [
    { ...chain, factories: [] },
    { id: 10, nodes: ["http://127.0.0.1:1"] },
  ];
  const listed = { address: world.program, name: "Acme" };
  await site.setPrograms({ chains, programs: [{ ...listed, chain: hardhat.id }] });
  await page.goto(`${site.url}?program=${world.program}`);
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  await expect(page.getByText(UNLISTED)).toHaveCount(0);
  await site.setPrograms({ chains, programs: [{ ...listed, chain: 10 }] });
  await page.goto(`${site.url}?chain=${hardhat.id}&program=${world.program}`);
  await expect(page.getByText(UNLISTED)).toBeVisible();
});

test("each token is shown with its address, and whether the site lists it", async ({
  page,
  world,
  site,
}) => {
  const cards = [
    [programUrl(site, world.rpcUrl, world.program), "Totals in USDC"],
    [partnerUrl(site, world.rpcUrl, world.program, PARTNER), "Money in USDC"],
    [`${site.url}#/plan/${world.plan}`, "Money in USDC"],
    [holderUrl(site, world.rpcUrl, world.plan, PARTNER), "Money in USDC"],
  ] as const;
  for (const [url, card] of cards) {
    await page.goto(url);
    const money = region(page, card);
    await expect(money.getByTitle(world.token)).toBeVisible();
    await expect(money.getByRole("button", { name: /^Copy address/ })).toBeVisible();
    await expect(money).toContainText("on this site’s list");
    await expect(money).not.toContainText("not on this site’s list");
  }
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, PARTNER));
  await expect(region(page, "Money in ETH")).toContainText("The own coin of Hardhat");
  const [chain] = listOf(world).chains;
  await site.setPrograms({ chains: [{ ...chain, tokens: [] }] });
  for (const [url, card] of cards) {
    await page.goto(url);
    await page.reload();
    await expect(region(page, card)).toContainText("not on this site’s list");
  }
});

test("a token that looks like a listed one and is another is flagged in words", async ({
  page,
  world,
  site,
}) => {
  await page.goto(partnerUrl(site, world.rpcUrl, world.masked, PARTNER));
  const money = region(page, /^Money in USD/);
  await expect(money).toContainText("looks like USDC, and it is not the USDC that this site lists");
  await expect(money.getByTitle(world.token)).toBeVisible();
  await expect(money.getByTitle(world.maskedToken)).toBeVisible();
  await expectSound(page);
});

test("a token with a listed one's very symbol at another address is flagged", async ({
  page,
  world,
  site,
}) => {
  const [chain] = listOf(world).chains;
  const tokens = [{ address: world.maskedToken, symbol: "usdc" }];
  await site.setPrograms({ chains: [{ ...chain, tokens }] });
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, PARTNER));
  await expect(region(page, "Money in USDC")).toContainText("looks like usdc, and it is not");
});

test("one wallet in several roles is marked where the roles are shown", async ({
  page,
  world,
  site,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  const people = region(page, "Who runs it");
  await expect(people.getByText("the same wallet is also attributor")).toBeVisible();
  await expect(people.getByText("the same wallet is also operator")).toBeVisible();
  await expect(people.getByText(/^the same wallet is/)).toHaveCount(2);
});
