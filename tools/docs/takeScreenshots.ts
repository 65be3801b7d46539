import { join } from "node:path";
import { type Browser, chromium, type Page } from "@playwright/test";
import hre from "hardhat";
import { type Demo, startDemo } from "../../scripts/cli/demo/startDemo.ts";
import { createProgress } from "../../scripts/Progress.ts";
import { findChromium } from "../checks/findChromium.ts";

// `npm run check -- screenshots`: takes README.md's pictures of the site anew, from what `npm start` shows.

/** A picture of a page from the card with a heading on, or from its top. */
interface Picture {
  readonly name: string;
  readonly address: string;
  readonly path?: string;
  readonly card?: string;
  readonly currency?: string;
  readonly screen: Parameters<Browser["newPage"]>[0];
}

const DESKTOP = { viewport: { width: 1200, height: 990 } };
const PHONE = { viewport: { width: 390, height: 804 }, deviceScaleFactor: 2 };
/** Pixels above a card: the head of the site stays where it is. */
const ABOVE = 88;

const demo = await startDemo(hre, createProgress());
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ["--no-sandbox", "--disable-gpu"],
  ...(executablePath !== undefined && { executablePath }),
});
for (const picture of picturesOf(demo)) await take(picture);
await browser.close();
process.exit(0);

function picturesOf({ stories }: Demo): readonly Picture[] {
  const address = stories.at(-1)?.program.address ?? "";
  const plan = stories.flatMap((story) => story.plan ?? [])[0]?.address ?? "";
  const holder = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";
  return [
    { name: "program-light", address, screen: { ...DESKTOP, colorScheme: "light" } },
    { name: "program-dark", address, screen: { ...DESKTOP, colorScheme: "dark" } },
    {
      ...{ name: "plan-desktop", address: plan, card: "Where the money goes", currency: "USDC" },
      screen: { ...DESKTOP, colorScheme: "light" },
    },
    {
      ...{ name: "units-phone", address: plan, path: `#/plan/${plan}/holder/${holder}` },
      ...{ card: "Grant 1", screen: { ...PHONE, colorScheme: "light" } },
    },
  ];
}

async function take({ name, address, path = "", card, currency, screen }: Picture): Promise<void> {
  const page = await browser.newPage({ ...screen, reducedMotion: "reduce" });
  const query = `?program=${address}`;
  await page.goto(`${demo.siteUrl}/${query}${path}`);
  await page.getByRole("region", { name: card ?? "Where the money goes" }).waitFor();
  await page.waitForLoadState("networkidle");
  if (currency !== undefined) await page.getByRole("radio", { name: currency }).click();
  if (card !== undefined) await scrollTo(page, card);
  await page.screenshot({ path: join("docs", "images", `${name}.jpg`), quality: 82 });
}

async function scrollTo(page: Page, card: string): Promise<void> {
  const region = page.getByRole("region", { name: card });
  await region.evaluate(
    (element, above) => window.scrollBy(0, element.getBoundingClientRect().top - above),
    ABOVE,
  );
}
