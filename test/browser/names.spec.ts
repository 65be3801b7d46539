import { accountAt } from "./support/accountAt.ts";
import { expectSound } from "./support/expectSound.ts";
import { MASKS } from "./support/MASKS.ts";
import { region } from "./support/region.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl, programUrl } from "./support/urls.ts";
import { ACTORS } from "./support/World.ts";

// Names that want to be taken for others, and names whose languages need what nobody sees.

const [PERSIAN, ASTRONAUT, , GREEK] = MASKS.partners;
const TURNS = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/;

test("a name of several alphabets is flagged, and turns nothing around", async ({
  page,
  world,
  site,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.masked));
  const title = page.getByRole("heading", { level: 1 });
  await expect(title).toContainText("\u0410cme SaaS \ufffdmoc.elpmaxe");
  await expect(title).toContainText("Latin and Cyrillic letters");
  await expect(page).toHaveTitle("\u0410cme SaaS \ufffdmoc.elpmaxe – Tributary");
  const text = await page.locator("body").textContent();
  expect(TURNS.exec(text ?? "")).toBeNull();
  await expectSound(page);
});

test("joiners stay where a language needs them, and nowhere else", async ({
  page,
  world,
  site,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.masked));
  const partners = region(page, "Partners");
  for (const name of [PERSIAN, ASTRONAUT, "A\ufffdna", `${GREEK} Latin and Greek letters`])
    await expect(partners.getByRole("link", { name, exact: true })).toBeVisible();
  const persian = accountAt(ACTORS.partners[0]).address;
  await page.goto(partnerUrl(site, world.rpcUrl, world.masked, persian));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(PERSIAN);
  await expect(page).toHaveTitle(`${PERSIAN} – \u0410cme SaaS \ufffdmoc.elpmaxe – Tributary`);
});

test("an address that hides its host behind a user's name is told and no link", async ({
  page,
  world,
  site,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.masked));
  const facts = region(page, "Who runs it");
  await expect(facts).toContainText(MASKS.uri);
  await expect(facts).toContainText("no link: it leads to evil.example");
  const targets = await page
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(targets.filter((target) => target.includes("evil.example"))).toEqual([]);
});
