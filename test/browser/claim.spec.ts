import type { Locator } from "@playwright/test";
import { erc20Abi, formatUnits } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { connect } from "./support/connect.ts";
import { figure } from "./support/figure.ts";
import { installWallet } from "./support/installWallet.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl } from "./support/urls.ts";
import { visitAs } from "./support/visitAs.ts";
import { ACTORS } from "./support/World.ts";

const [, contoso, fabrikam] = ACTORS.partners;

test("a partner connects, claims, and sees the balance change on chain and on the page", async ({
  page,
  world,
  site,
  reader,
}) => {
  const partner = accountAt(contoso);
  const token = { address: world.token, abi: erc20Abi } as const;
  const before = await reader.readContract({
    ...token,
    functionName: "balanceOf",
    args: [partner.address],
  });
  const claimable = await reader.readContract({
    address: world.program,
    abi: programAbi,
    functionName: "claimable",
    args: [partner.address, world.token],
  });
  expect(claimable).toBeGreaterThan(0n);

  await installWallet(page, world.rpcUrl, partner);
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, partner.address));
  const money = page.getByRole("region", { name: "Money in USDC" });
  const claim = money.getByRole("button", { name: /^Claim/ });
  await money.getByRole("button", { name: /^Connect to claim/ }).click();
  await page.getByRole("button", { name: "Test Wallet" }).click();
  await expect(money.getByText("Paid to your own address.")).toBeVisible();
  await expect(claim.locator("data")).toHaveAttribute("value", claimable.toString());

  await claim.click();
  const paid = money.getByRole("status").filter({ hasText: "Paid" });
  await expect(paid.locator("data")).toHaveAttribute("value", claimable.toString());
  await expect(money.getByText("Nothing to claim now.")).toBeVisible();
  await expect(figure(money, "Claimable")).toHaveAttribute("value", "0");
  await expect(figure(money, "Claimed")).toHaveAttribute("value", claimable.toString());
  await expect(page.getByRole("region", { name: "Payments", exact: true })).toContainText("USDC");

  const after = await reader.readContract({
    ...token,
    functionName: "balanceOf",
    args: [partner.address],
  });
  expect(formatUnits(after - before, 6)).toBe(formatUnits(claimable, 6));
});

test("a partner who rejects in the wallet is told so, and can try again", async ({
  page,
  world,
  site,
  reader,
}) => {
  const partner = accountAt(fabrikam);
  const url = partnerUrl(site, world.rpcUrl, world.program, partner.address);
  const wallet = await visitAs(page, partner, url);
  wallet.answer = "reject";
  const money = page.getByRole("region", { name: "Money in USDC" });
  await money.getByRole("button", { name: /^Claim/ }).click();
  await expect(money.getByText("You declined in your wallet")).toBeVisible();
  await expect(money.getByText("Nothing was sent and nothing changed.")).toBeVisible();
  const claimed = await reader.readContract({
    address: world.program,
    abi: programAbi,
    functionName: "account",
    args: [partner.address, world.token],
  });
  expect(claimed.claimed).toBe(0n);

  wallet.answer = "sign";
  await money.getByRole("button", { name: "Try again" }).click();
  await expect(money.getByRole("status").filter({ hasText: "Paid" })).toBeVisible();
});

test("a wallet that cannot pay the gas is explained in plain words", async ({
  page,
  world,
  site,
}) => {
  const visitor = accountAt(ACTORS.customer);
  const partner = accountAt(ACTORS.partners[0]).address;
  const url = partnerUrl(site, world.rpcUrl, world.program, partner);
  const wallet = await visitAs(page, visitor, url);
  wallet.answer = "fail";
  const money = page.getByRole("region", { name: "Money in USDC" });
  await expect(money.getByText("You pay the gas; the money goes to this address")).toBeVisible();
  await money.getByRole("button", { name: /^Claim/ }).click();
  await expect(money.getByRole("alert")).toContainText("too little ETH");
});

test("a visitor who does not let the page connect is told so", async ({ page, world, site }) => {
  const partner = accountAt(contoso);
  const wallet = await installWallet(page, world.rpcUrl, partner);
  wallet.consents = false;
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, partner.address));
  await page.getByRole("button", { name: "Connect wallet" }).click();
  await page.getByRole("button", { name: "Test Wallet" }).click();
  await expect(page.getByText("The wallet is not connected.")).toBeVisible();
});

test("a visitor without a wallet is told how to get one", async ({ page, world, site }) => {
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, accountAt(contoso).address));
  await page.getByRole("button", { name: "Connect wallet" }).click();
  await expect(page.getByText("No wallet found in this browser")).toBeVisible();
});

test("a wallet on another chain is switched before it claims", async ({ page, world, site }) => {
  const visitor = accountAt(ACTORS.customer);
  const partner = accountAt(ACTORS.partners[3]).address;
  const wallet = await installWallet(page, world.rpcUrl, visitor, 1);
  wallet.consents = true;
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, partner));
  await connect(page, visitor.address);
  const money = page.getByRole("region", { name: "Money in USDC" });
  await expect(money.getByText("Your wallet is on another chain")).toBeVisible();
  const claim = money.getByRole("button", { name: /^Claim/ });
  await expect(claim).toBeDisabled();

  wallet.consents = false;
  await money.getByRole("button", { name: "Switch to Hardhat" }).click();
  await expect(money.getByText("You declined in your wallet")).toBeVisible();
  wallet.consents = true;
  await money.getByRole("button", { name: "Switch to Hardhat" }).click();
  await expect(money.getByText("Your wallet is on another chain")).toBeHidden();
  await claim.click();
  await expect(money.getByRole("status").filter({ hasText: "Paid" })).toBeVisible();
});

for (const [who, holder, button] of [
  ["a standing line’s holder", ACTORS.technology, /^Claim with line “technology”/],
  ["the treasury", ACTORS.treasury, /^Claim with the residual/],
] as const) {
  test(`anyone claims for ${who}`, async ({ page, world, site, reader }) => {
    const visitor = accountAt(ACTORS.customer);
    const party = accountAt(holder).address;
    const before = await reader.getBalance({ address: party });
    await visitAs(page, visitor, partnerUrl(site, world.rpcUrl, world.program, party));
    // Only ETH came in on chain, so only in ETH the treasury has a residual to claim.
    const money = page.getByRole("region", { name: "Money in ETH" });
    const claim = money.getByRole("button", { name: button });
    const amount = BigInt((await claim.locator("data").getAttribute("value")) ?? 0);
    await claim.click();
    await expect(money.getByRole("status").filter({ hasText: "Paid" })).toBeVisible();
    expect(await reader.getBalance({ address: party })).toBe(before + amount);
  });
}

test("a token that stops answering is told of, with the decimals that the program keeps and no claim", async ({
  page,
  world,
  site,
}) => {
  const partner = accountAt(fabrikam);
  await page.goto(partnerUrl(site, world.rpcUrl, world.program, partner.address));
  const numbersIn = async (money: Locator) => {
    // It comes with the past, the others before.
    await expect(figure(money, "Reversed")).toBeVisible();
    const texts = await money.locator("dl data").allTextContents();
    return texts.map((text) => text.replace(/\s*(USDC|0x.*)$/, ""));
  };
  const before = await numbersIn(page.getByRole("region", { name: "Money in USDC" }));
  expect(before.some((text) => /[1-9]/.test(text))).toBe(true);
  await onItsOwnChain(world, async (chain) => {
    await chain.setCode({ address: world.token, bytecode: "0xfe" });
    await page.reload();
    const money = page.getByRole("region", { name: /^Money in 0x/ });
    await expect(money).toContainText("does not answer, so nothing of it can be paid now.");
    await expect(money.getByRole("button", { name: /laim/ })).toHaveCount(0);
    expect(await numbersIn(money)).toEqual(before);
  });
});
