import type { Page } from "@playwright/test";
import { shortenHex } from "../../../core/text/shortenHex.ts";
import { expect } from "./test.ts";

/** Connects the test wallet as a visitor does. */
export async function connect(page: Page, address: string): Promise<void> {
  await page.getByRole("button", { name: "Connect wallet" }).click();
  await page.getByRole("button", { name: "Test Wallet" }).click();
  await expect(page.getByRole("button", { name: shortenHex(address), exact: true })).toBeVisible();
}
