import { defineConfig } from "@playwright/test";
import { findChromium } from "./tools/checks/findChromium.ts";

const executablePath = findChromium();

// The tests of the pages start their own chain and site, so there is no `webServer`.
export default defineConfig({
  projects: [
    { name: "units", testDir: "frontend/src", testMatch: "**/*.test.ts" },
    { name: "pages", testDir: "test/browser" },
  ],
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  // No test is about speed: a busy machine may take its time.
  expect: { timeout: 30_000 },
  outputDir: "test-results",
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
