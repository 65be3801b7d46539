import { test as base, expect } from "@playwright/test";
import { createPublicClient, http, type PublicClient } from "viem";
import { hardhat } from "viem/chains";
import { listOf } from "./listOf.ts";
import { type RunningSite, startSite } from "./startSite.ts";
import { startWorld } from "./startWorld.ts";
import type { World } from "./World.ts";

interface Running {
  readonly world: World;
  readonly site: RunningSite;
  readonly reader: PublicClient;
}

interface Watch {
  /** What the page complained about; the test fails where it is not empty in the end. */
  readonly complaints: string[];
}

/** Tests on one chain and one site; each fails where its page throws or breaks the content security policy. */
export const test = base.extend<Watch, Running>({
  world: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      const { world, stop } = await startWorld();
      await use(world);
      await stop();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  site: [
    async ({ world }, use) => {
      const site = await startSite(listOf(world));
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 120_000 },
  ],
  reader: [
    async ({ world }, use) => {
      await use(
        createPublicClient({ chain: hardhat, transport: http(world.rpcUrl), cacheTime: 0 }),
      );
    },
    { scope: "worker" },
  ],
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) complaints.push(message.text());
      });
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
