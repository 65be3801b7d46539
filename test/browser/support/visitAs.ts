import type { Page } from "@playwright/test";
import type { HDAccount } from "viem/accounts";
import { connect } from "./connect.ts";
import { installWallet, type TestWallet } from "./installWallet.ts";

/** Opens a link with an account's wallet, which sends by the link's node, and connects it. */
export async function visitAs(page: Page, account: HDAccount, url: string): Promise<TestWallet> {
  const rpcUrl = new URL(url).searchParams.get("rpc");
  if (rpcUrl === null) throw new Error(`The link ${url} names no node: give it an “rpc”.`);
  const wallet = await installWallet(page, rpcUrl, account);
  await page.goto(url);
  await connect(page, account.address);
  return wallet;
}
