import { zeroAddress } from "viem";
import { shortenHex } from "../../core/text/shortenHex.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { connect } from "./support/connect.ts";
import { LINES } from "./support/dealTermsOf.ts";
import { figure } from "./support/figure.ts";
import { holdNews } from "./support/holdNews.ts";
import { installWallet } from "./support/installWallet.ts";
import { onItsOwnChain, type TestChain } from "./support/onItsOwnChain.ts";
import { programOf } from "./support/programOf.ts";
import { region } from "./support/region.ts";
import { DAY } from "./support/termsOf.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl } from "./support/urls.ts";
import { visitAs } from "./support/visitAs.ts";
import { ACTORS, type World } from "./support/World.ts";

const [NORTHWIND, CONTOSO, FABRIKAM] = ACTORS.partners;
const PARTNER = accountAt(FABRIKAM);
const OPERATOR = accountAt(ACTORS.operator);

test("a partner accepts the terms before anything else, and is then paid", async ({
  page,
  world,
  site,
  reader,
}) => {
  const program = programOf(reader, world.deal);
  await onItsOwnChain(world, async () => {
    expect((await program.membership(PARTNER.address)).accepted).toBe(false);
    await installWallet(page, world.rpcUrl, PARTNER);
    await page.goto(partnerUrl(site, world.rpcUrl, world.deal, PARTNER.address));
    const card = region(page, "Accept the terms");
    await expect(card.getByTitle(await program.termsHash())).toBeVisible();
    await expect(card.getByRole("link", { name: "Read the terms in plain words" })).toBeVisible();
    await expect(card).toContainText(`Only ${shortenHex(PARTNER.address)} can.`);
    const money = region(page, "Money in USDC");
    const claim = money.getByRole("button", { name: /^Claim/ });
    await expect(claim).toBeDisabled();
    await expect(money).toContainText("What it was credited waits until it accepts the terms.");

    await connect(page, PARTNER.address);
    await card.getByRole("button", { name: "Accept the terms" }).click();
    await expect(card.getByRole("status").filter({ hasText: "Accepted" })).toBeVisible();
    expect((await program.membership(PARTNER.address)).accepted).toBe(true);
    await expect(page.getByText("Has accepted the terms", { exact: true })).toBeVisible();
    await expect(card.getByRole("button", { name: "Accept the terms" })).toHaveCount(0);
    await claim.click();
    await expect(money.getByRole("status").filter({ hasText: "Paid" })).toBeVisible();
    const { claimed } = await program.account(PARTNER.address, world.token);
    expect(claimed).toBeGreaterThan(0n);
    await expect(figure(money, "Claimed")).toHaveAttribute("value", claimed.toString());
  });
});

test("nobody else accepts for a partner", async ({ page, world, site }) => {
  const other = accountAt(CONTOSO);
  await visitAs(page, other, partnerUrl(site, world.rpcUrl, world.deal, PARTNER.address));
  const card = region(page, "Accept the terms");
  await expect(card.getByRole("button", { name: "Accept the terms" })).toBeDisabled();
  await expect(card).toContainText(`Only ${shortenHex(PARTNER.address)} can.`);
});

test("terms that are others by now are not accepted, and no wallet is asked", async ({
  page,
  world,
  site,
  reader,
}) => {
  const { amendment } = programOf(reader, world.deal);
  await onItsOwnChain(world, async (chain) => {
    const { termsHash } = await amendment();
    await consent(chain, world, LINES.amended, ACTORS.holders[4], termsHash);
    await consent(chain, world, LINES.guaranteed, ACTORS.holders[0], termsHash);
    const url = partnerUrl(site, world.rpcUrl, world.deal, PARTNER.address);
    const wallet = await visitAs(page, PARTNER, url);
    const card = region(page, "Accept the terms");
    const button = card.getByRole("button", { name: "Accept the terms" });
    await expect(button).toBeEnabled();
    const release = await holdNews(page, world.rpcUrl);
    await chain.increaseTime({ seconds: 60 * DAY });
    await chain.mine({ blocks: 1 });
    await button.click();
    await expect(card.getByRole("alert")).toContainText("Read the terms that are in force");
    expect(wallet.asked).not.toContain("eth_sendTransaction");
    await expect(card.getByTitle(termsHash)).toHaveCount(0);
    await release();
    await expect(card.getByTitle(termsHash)).toBeVisible();
  });
});

test("a partner moves to another wallet, which takes it over and is where it is paid", async ({
  page,
  world,
  site,
  reader,
}) => {
  const { payout } = programOf(reader, world.deal);
  const next = accountAt(ACTORS.moved[1]);
  const url = partnerUrl(site, world.rpcUrl, world.deal, PARTNER.address);
  await onItsOwnChain(world, async (chain) => {
    await visitAs(page, PARTNER, url);
    const card = region(page, "Settings");
    await expect(card.getByTitle(next.address)).toBeVisible();
    await card.getByRole("button", { name: "Cancel the move" }).click();
    await expect(card.getByRole("status").filter({ hasText: "Taken back" })).toBeVisible();
    expect((await payout(PARTNER.address)).moveTo).toBe(zeroAddress);
    await card.getByRole("button", { name: "Move to another wallet …" }).click();
    const field = card.getByLabel("The new wallet");
    await field.fill(PARTNER.address);
    await expect(card).toContainText("It must be another wallet’s address");
    await expect(card.getByRole("button", { name: "Propose the move" })).toBeDisabled();
    await field.fill(next.address.toLowerCase());
    await card.getByRole("button", { name: "Propose the move" }).click();
    await expect(card.getByRole("status").filter({ hasText: "Proposed" })).toBeVisible();
    expect((await payout(PARTNER.address)).moveTo).toBe(next.address);
    await expect(card.getByRole("button", { name: "Take it over" })).toBeDisabled();
    await expect(card.getByText(/^From .* on\.$/)).toBeVisible();

    await chain.increaseTime({ seconds: 21 * DAY });
    await chain.mine({ blocks: 1 });
    const other = await page.context().newPage();
    await visitAs(other, next, url);
    const settings = region(other, "Settings");
    await settings.getByRole("button", { name: "Take it over" }).click();
    await expect(settings.getByRole("status").filter({ hasText: "Taken over" })).toBeVisible();
    expect((await payout(PARTNER.address)).wallet).toBe(next.address);
    await other.close();
  });
});

test("the claim's hint names the wallet that is paid, not the one that a partner moved from", async ({
  page,
  world,
  site,
}) => {
  const paid = shortenHex(accountAt(ACTORS.moved[0]).address);
  const former = accountAt(CONTOSO);
  await installWallet(page, world.rpcUrl, former);
  await page.goto(partnerUrl(site, world.rpcUrl, world.deal, former.address));
  const money = region(page, "Money in USDC");
  await expect(money).toContainText(`Anyone may claim: the money goes to ${paid}`);
  await connect(page, former.address);
  await expect(money).toContainText(`You pay the gas; the money goes to ${paid}`);
  await expect(money).not.toContainText("Paid to your own address");
});

test("a move that is cancelled in the meantime is not taken over", async ({
  page,
  world,
  site,
}) => {
  const next = accountAt(ACTORS.moved[1]);
  await onItsOwnChain(world, async (chain) => {
    await chain.increaseTime({ seconds: 21 * DAY });
    await chain.mine({ blocks: 1 });
    const url = partnerUrl(site, world.rpcUrl, world.deal, PARTNER.address);
    const wallet = await visitAs(page, next, url);
    const card = region(page, "Settings");
    const button = card.getByRole("button", { name: "Take it over" });
    await expect(button).toBeEnabled();
    await expect(card.getByRole("button", { name: "Cancel the move" })).toBeDisabled();
    await holdNews(page, world.rpcUrl);
    await chain.writeContract({
      ...{ account: PARTNER, address: world.deal, abi: programAbi },
      ...{ functionName: "cancelMove", args: [PARTNER.address] },
    });
    await button.click();
    await expect(card.getByRole("alert")).toContainText("Nothing of this kind waits");
    expect(wallet.asked).not.toContain("eth_sendTransaction");
  });
});

test("a partner names a recovery address, takes it back, and has a part withheld", async ({
  page,
  world,
  site,
  reader,
}) => {
  const { payout } = programOf(reader, world.deal);
  const partner = accountAt(NORTHWIND);
  const recovery = accountAt(ACTORS.customer).address;
  await onItsOwnChain(world, async () => {
    await installWallet(page, world.rpcUrl, partner);
    await page.goto(partnerUrl(site, world.rpcUrl, world.deal, partner.address));
    const card = region(page, "Settings");
    await expect(card.getByText("10 %")).toBeVisible();
    await connect(page, partner.address);
    await card.getByRole("button", { name: "Name a recovery address …" }).click();
    await expect(card.getByRole("button", { name: "Name nobody" })).toBeDisabled();
    await card.getByLabel("The recovery address").fill(recovery);
    await card.getByRole("button", { name: "Propose the recovery address" }).click();
    await expect(card.getByRole("status").filter({ hasText: "Proposed" })).toBeVisible();
    expect((await payout(partner.address)).nextRecovery).toBe(recovery);
    await card.getByRole("button", { name: "Cancel the new recovery address" }).click();
    await expect(card.getByRole("status").filter({ hasText: "Taken back" })).toBeVisible();
    expect((await payout(partner.address)).recoveryAt).toBe(0);

    await card.getByRole("button", { name: "Withhold for tax …" }).click();
    const rate = card.getByLabel("Withheld of each payment (%)");
    await rate.fill("120");
    await expect(card).toContainText("It must be a percentage from 0 to 100");
    await rate.fill("12.5");
    await card.getByRole("button", { name: /^Withhold 12\.5/ }).click();
    await expect(card.getByRole("status").filter({ hasText: "Set" })).toBeVisible();
    expect((await payout(partner.address)).withholding).toBe(125_000);
    await expect(card.locator("dd").getByText(/^12\.5/)).toBeVisible();
  });
});

test("a wallet that a partner moved from sets nothing any more", async ({ page, world, site }) => {
  const former = accountAt(CONTOSO);
  await visitAs(page, former, partnerUrl(site, world.rpcUrl, world.deal, former.address));
  const card = region(page, "Settings");
  await card.getByRole("button", { name: "Withhold for tax …" }).click();
  await card.getByLabel("Withheld of each payment (%)").fill("5");
  await expect(card.getByRole("button", { name: /^Withhold 5/ })).toBeDisabled();
  await expect(card).toContainText(`Only ${shortenHex(accountAt(ACTORS.moved[0]).address)} can.`);
});

async function consent(
  chain: TestChain,
  world: World,
  line: number,
  holder: number,
  termsHash: `0x${string}`,
): Promise<void> {
  await chain.writeContract({
    ...{ account: accountAt(holder), address: world.deal, abi: programAbi },
    ...{ functionName: "consent", args: [BigInt(line), termsHash] },
  });
}

test("the operator suspends a partner, has it back, and gives it another tier", async ({
  page,
  world,
  site,
  reader,
}) => {
  const program = programOf(reader, world.program);
  await onItsOwnChain(world, async () => {
    const { number } = await program.membership(PARTNER.address);
    await visitAs(page, OPERATOR, partnerUrl(site, world.rpcUrl, world.program, PARTNER.address));
    const card = region(page, "Settings");
    await card.getByRole("button", { name: "Suspend this partner …" }).click();
    const suspend = card.getByRole("button", { name: "Suspend it" });
    await expect(suspend).toBeDisabled();
    await card.getByLabel("Why").fill("its site is down");
    await suspend.click();
    await expect(page.getByText("Suspended", { exact: true })).toBeVisible();
    expect((await program.partner(BigInt(number))).status).toBe(2);
    await expect(card.getByRole("button", { name: "Have this partner back …" })).toBeVisible();
    await card.getByRole("button", { name: "Have it back" }).click();
    await expect(card.getByRole("button", { name: "Suspend this partner …" })).toBeVisible();
    expect((await program.partner(BigInt(number))).status).toBe(1);
    await card.getByRole("button", { name: "Give it another tier …" }).click();
    const give = card.getByRole("button", { name: "Give it the tier" });
    await expect(give).toBeDisabled();
    await card.getByLabel("Tier from the next period on").selectOption({ index: 1 });
    await give.click();
    await expect(
      card.getByRole("status").filter({ hasText: "from the next period" }),
    ).toBeVisible();
    expect((await program.partner(BigInt(number))).nextTier).toBe(1);
  });
});

test("a partner's tier is what it has, until the operator chooses another", async ({
  page,
  world,
  site,
  reader,
}) => {
  const { address } = accountAt(CONTOSO);
  const program = programOf(reader, world.program);
  const { number } = await program.membership(address);
  expect((await program.partner(BigInt(number))).tier).toBe(1);
  await visitAs(page, OPERATOR, partnerUrl(site, world.rpcUrl, world.program, address));
  const card = region(page, "Settings");
  await card.getByRole("button", { name: "Give it another tier …" }).click();
  await expect(card.getByLabel("Tier from the next period on")).toHaveValue("1");
  await expect(card.getByRole("button", { name: "Give it the tier" })).toBeDisabled();
});

test("who is not the operator has none of its tools in the way", async ({ page, world, site }) => {
  await visitAs(page, PARTNER, partnerUrl(site, world.rpcUrl, world.program, PARTNER.address));
  const card = region(page, "Settings");
  await expect(card.getByRole("button", { name: "Name a recovery address …" })).toBeVisible();
  await expect(card.getByRole("button", { name: "Suspend this partner …" })).toHaveCount(0);
});
