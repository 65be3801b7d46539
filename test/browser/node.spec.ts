import { accountAt } from "./support/accountAt.ts";
import { limitRanges } from "./support/limitRanges.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl, programUrl } from "./support/urls.ts";

const NOBODY = "http://127.0.0.1:1";

test("a node that is not there is named, with a way on", async ({ page, world, site }) => {
  await page.goto(programUrl(site, NOBODY, world.program));
  await page.getByRole("button", { name: /^Use 127\.0\.0\.1:1 until/ }).click();
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The node does not answer");
  await expect(alert).toContainText(NOBODY);
  await expect(alert.getByRole("button", { name: "Try again" })).toBeVisible();
  await expect(page.getByLabel("Node (RPC URL)")).toHaveValue(NOBODY);
});

test("a node that goes away leaves what was read and says so, and the page recovers", async ({
  page,
  world,
  site,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  await page.route(`${world.rpcUrl}/**`, (route) => route.abort());
  await expect(page.getByRole("alert").first()).toContainText("The node does not answer", {
    timeout: 20_000,
  });
  await expect(page.getByRole("alert").first()).toContainText("The page shows block");
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  await page.unroute(`${world.rpcUrl}/**`);
  await page.getByRole("button", { name: "Try again" }).first().click();
  await expect(page.getByRole("alert")).toHaveCount(0, { timeout: 20_000 });
});

test("an address without a program is told apart from a node that fails", async ({
  page,
  world,
  site,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, accountAt(19).address));
  await expect(page.getByRole("alert")).toContainText("There is no contract at");
  await page.goto(programUrl(site, world.rpcUrl, world.token));
  await expect(page.getByRole("alert")).toContainText("is not a Tributary program");
});

test("an address that has no part in the program has an empty page", async ({
  page,
  world,
  site,
}) => {
  const stranger = accountAt(19).address;
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, stranger));
  await expect(page.getByText("not a partner of this program")).toBeVisible();
  await expect(page.getByText("No sale has a line for this address.")).toBeVisible();
});

test("a node that allows few blocks at a time is asked for fewer", async ({
  page,
  world,
  site,
}) => {
  const refused = await limitRanges(page, world.rpcUrl);
  await page.goto(programUrl(site, world.rpcUrl, world.program));
  await expect(page.getByRole("region", { name: "Sales", exact: true })).toContainText("16 sales");
  expect(refused()).toBeGreaterThan(0);
});

test("programs.json lists a site's programs", async ({ page, world, site }) => {
  await site.setPrograms({
    chainId: 31_337,
    rpcUrl: world.rpcUrl,
    programs: [
      { address: world.program, name: "The first" },
      { address: world.hostile, name: "The second" },
    ],
    explorer: "https://explorer.example.org",
  });
  await page.goto(site.url);
  await page.getByRole("link", { name: /The first/ }).click();
  await expect(page.getByRole("heading", { name: "Acme SaaS ecosystem" })).toBeVisible();
  const link = page.getByRole("link", {
    name: new RegExp(`${world.program} in the block explorer`),
  });
  await expect(link.first()).toHaveAttribute(
    "href",
    `https://explorer.example.org/address/${world.program}`,
  );
  await site.setPrograms(undefined);
});
