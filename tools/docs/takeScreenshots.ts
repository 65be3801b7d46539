import { join } from "node:path";
import { chromium } from "@playwright/test";
import hre from "hardhat";
import { startDemo } from "../../scripts/cli/demo/startDemo.ts";
import { createProgress } from "../../scripts/Progress.ts";
import { findChromium } from "../checks/findChromium.ts";

// `npm run check -- screenshots`: takes README.md's pictures of the program page anew, in light and in dark.

const SIZE = { width: 1200, height: 990 };

const { programs, siteUrl } = await startDemo(hre, createProgress());
const program = programs.at(-1)?.program.address;
const url = `${siteUrl}/?program=${program}`;
const executablePath = findChromium();
const browser = await chromium.launch({
  args: ["--no-sandbox", "--disable-gpu"],
  ...(executablePath !== undefined && { executablePath }),
});
for (const colorScheme of ["light", "dark"] as const) {
  const page = await browser.newPage({ viewport: SIZE, colorScheme, reducedMotion: "reduce" });
  await page.goto(url);
  await page.getByText("Where the money goes").waitFor();
  await page.waitForLoadState("networkidle");
  await page.screenshot({
    path: join("docs", "images", `program-${colorScheme}.jpg`),
    quality: 82,
  });
}
await browser.close();
process.exit(0);
