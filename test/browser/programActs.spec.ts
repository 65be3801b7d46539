import { parseAbi } from "viem";
import { shortenHex } from "../../core/text/shortenHex.ts";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { connect } from "./support/connect.ts";
import { LINES } from "./support/dealTermsOf.ts";
import { holdNews } from "./support/holdNews.ts";
import { installWallet } from "./support/installWallet.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { programOf } from "./support/programOf.ts";
import { region } from "./support/region.ts";
import { expect, test } from "./support/test.ts";
import { programUrl } from "./support/urls.ts";
import { visitAs } from "./support/visitAs.ts";
import { ACTORS } from "./support/World.ts";

const [, ADVISOR, , , FINDER] = ACTORS.holders.map(accountAt);
const OPERATOR = accountAt(ACTORS.operator);
const OFFERED = BigInt(LINES.offered);

if (ADVISOR === undefined || FINDER === undefined) throw new Error("The deal has five holders.");

test("a holder consents to an amendment, and nobody else for it", async ({
  page,
  world,
  site,
  reader,
}) => {
  const { amendment } = programOf(reader, world.deal);
  await onItsOwnChain(world, async () => {
    const { consents } = await amendment();
    await visitAs(page, FINDER, programUrl(site, world.rpcUrl, world.deal));
    const card = region(page, "Amendments");
    await expect(card.getByRole("button", { name: "Consent for line “support”" })).toBeDisabled();
    const support = shortenHex(accountAt(ACTORS.holders[0]).address);
    await expect(card).toContainText(`Only ${support} can.`);
    await expect(card.getByRole("button", { name: "Withdraw the amendment" })).toBeDisabled();
    await card.getByRole("button", { name: "Consent for line “finder”" }).click();
    await expect(card.getByRole("status").filter({ hasText: "Consented" })).toBeVisible();
    await expect(card.getByRole("button", { name: "Consent for line “finder”" })).toHaveCount(0);
    expect((await amendment()).consents).toBe(consents - 1);
  });
});

test("the operator withdraws an amendment, to which nobody can then consent", async ({
  page,
  world,
  site,
  reader,
}) => {
  const { amendment } = programOf(reader, world.deal);
  await onItsOwnChain(world, async () => {
    await visitAs(page, OPERATOR, programUrl(site, world.rpcUrl, world.deal));
    const card = region(page, "Amendments");
    await card.getByRole("button", { name: "Withdraw the amendment" }).click();
    await expect(card.getByRole("status").filter({ hasText: "Withdrawn" })).toBeVisible();
    await expect(card.getByRole("button", { name: /^(Consent|Withdraw)/ })).toHaveCount(0);
    expect((await amendment()).from).toBe(0);
  });
  await onItsOwnChain(world, async (chain) => {
    const other = await page.context().newPage();
    const wallet = await visitAs(other, FINDER, programUrl(site, world.rpcUrl, world.deal));
    const card = region(other, "Amendments");
    const button = card.getByRole("button", { name: "Consent for line “finder”" });
    await expect(button).toBeEnabled();
    // The operator is faster.
    await holdNews(other, world.rpcUrl);
    await chain.writeContract({
      ...{ account: OPERATOR, address: world.deal, abi: programAbi },
      functionName: "withdrawAmendment",
    });
    await button.click();
    await expect(card.getByRole("alert")).toContainText("Nothing of this kind waits");
    expect(wallet.asked).not.toContain("eth_sendTransaction");
    await other.close();
  });
});

test("a holder sells its line for the price on offer, which it can then claim", async ({
  page,
  world,
  site,
  reader,
}) => {
  const program = programOf(reader, world.deal);
  await onItsOwnChain(world, async () => {
    const before = await program.account(ADVISOR.address, world.token);
    await visitAs(page, ADVISOR, programUrl(site, world.rpcUrl, world.deal));
    const line = region(page, "Standing lines").getByRole("region", { name: "advisor" });
    await expect(line).toContainText("the line earns nothing from the next period on");
    await expect(line.getByRole("button", { name: "Withdraw the offer" })).toBeDisabled();
    await line.getByRole("button", { name: /^Accept the offer/ }).click();
    await expect(line.getByRole("status").filter({ hasText: "Sold" })).toContainText("2,000");
    const state = await program.line(OFFERED);
    expect(state.price).toBe(0n);
    expect(state.ends).toBeGreaterThan(0);
    const after = await program.account(ADVISOR.address, world.token);
    expect(after.claimable - before.claimable).toBe(2_000_000_000n);
  });
});

test("the operator withdraws an offer, and one that it changes is not accepted", async ({
  page,
  world,
  site,
  reader,
}) => {
  const program = programOf(reader, world.deal);
  await onItsOwnChain(world, async () => {
    await visitAs(page, OPERATOR, programUrl(site, world.rpcUrl, world.deal));
    const line = region(page, "Standing lines").getByRole("region", { name: "advisor" });
    await expect(line.getByRole("button", { name: /^Accept the offer/ })).toBeDisabled();
    await expect(line).toContainText(`Only ${shortenHex(ADVISOR.address)} can.`);
    await line.getByRole("button", { name: "Withdraw the offer" }).click();
    await expect(line.getByRole("status").filter({ hasText: "Withdrawn" })).toBeVisible();
    expect((await program.line(OFFERED)).price).toBe(0n);
  });
  await onItsOwnChain(world, async (chain) => {
    const other = await page.context().newPage();
    const wallet = await visitAs(other, ADVISOR, programUrl(site, world.rpcUrl, world.deal));
    const line = region(other, "Standing lines").getByRole("region", { name: "advisor" });
    const button = line.getByRole("button", { name: /^Accept the offer/ });
    await expect(button).toBeEnabled();
    await holdNews(other, world.rpcUrl);
    await chain.writeContract({
      ...{ account: OPERATOR, address: world.deal, abi: programAbi },
      ...{ functionName: "offerBuyout", args: [OFFERED, world.token, 1n] },
    });
    await button.click();
    await expect(line.getByRole("alert")).toContainText("not what you expect");
    expect(wallet.asked).not.toContain("eth_sendTransaction");
    await other.close();
  });
});

test("anyone pays what a line is owed, and is told where it has too little", async ({
  page,
  world,
  site,
  reader,
}) => {
  const program = programOf(reader, world.deal);
  const visitor = accountAt(ACTORS.customer);
  const holder = accountAt(ACTORS.holders[0]).address;
  const owed = async (): Promise<bigint> =>
    (await program.reserve(BigInt(LINES.guaranteed), world.token))[1];
  await onItsOwnChain(world, async (chain) => {
    const arrears = await owed();
    expect(arrears).toBeGreaterThan(0n);
    const before = await program.account(holder, world.token);
    await installWallet(page, world.rpcUrl, visitor);
    await page.goto(programUrl(site, world.rpcUrl, world.deal));
    const line = region(page, "Standing lines").getByRole("region", { name: "support" });
    await expect(line.getByRole("button", { name: /^Connect to pay what is owed/ })).toBeVisible();
    await connect(page, visitor.address);
    const pay = line.getByRole("button", { name: /^Pay what is owed/ });
    await expect(pay).toBeDisabled();
    await line.getByRole("button", { name: /^Approve/ }).click();
    await expect(line.getByRole("status").filter({ hasText: "Approved" })).toBeVisible();
    await pay.click();
    await expect(line.getByRole("alert")).toContainText("are needed");
    expect(await owed()).toBe(arrears);

    await chain.writeContract({
      ...{
        account: visitor,
        address: world.token,
        abi: parseAbi(["function mint(address,uint256)"]),
      },
      ...{ functionName: "mint", args: [visitor.address, arrears] },
    });
    await line.getByRole("button", { name: "Try again" }).click();
    await expect(line.getByRole("status").filter({ hasText: "Paid" })).toBeVisible();
    expect(await owed()).toBe(0n);
    const after = await program.account(holder, world.token);
    expect(after.claimable - before.claimable).toBe(arrears);
  });
});

test("the operator enrolls a partner, whose name nobody takes for another's", async ({
  page,
  world,
  site,
  reader,
}) => {
  const newcomer = accountAt(ACTORS.customer).address;
  await onItsOwnChain(world, async () => {
    await visitAs(page, OPERATOR, programUrl(site, world.rpcUrl, world.deal));
    const card = region(page, "Partners");
    await card.getByRole("button", { name: "Enroll a partner …" }).click();
    const send = card.getByRole("button", { name: "Enroll", exact: true });
    await expect(send).toBeDisabled();
    await card.getByLabel("Name", { exact: true }).fill("a:b");
    await expect(card).toContainText("up to 64 bytes");
    await card.getByLabel("Name", { exact: true }).fill("n\u043erthwind");
    await card.getByLabel("Wallet").fill(accountAt(ACTORS.partners[0]).address);
    await expect(card).toContainText("with which nobody is enrolled");
    await card.getByLabel("Wallet").fill(newcomer);
    await card.getByLabel("Brought by").selectOption({ label: "fabrikam" });
    await send.click();
    await expect(card.getByRole("alert")).toContainText("looks like “northwind”");
    await card.getByLabel("Name", { exact: true }).fill("wingtip");
    await card.getByLabel("Joined on").fill("2024-05-01");
    await send.click();
    await expect(card.getByRole("status").filter({ hasText: "Enrolled" })).toBeVisible();
    await expect(card.getByRole("row").filter({ hasText: "wingtip" })).toContainText("1 May 2024");
    const program = programOf(reader, world.deal);
    const { number, referrer } = await program.membership(newcomer);
    const { joined } = await program.partner(BigInt(number));
    expect({ referrer, joined }).toEqual({ referrer: 3, joined: 1_714_521_600 });
  });
});

test("who is not the operator enrolls nobody", async ({ page, world, site }) => {
  await visitAs(page, FINDER, programUrl(site, world.rpcUrl, world.deal));
  await expect(region(page, "Partners").getByRole("row").nth(1)).toBeVisible();
  await expect(page.getByRole("button", { name: "Enroll a partner …" })).toHaveCount(0);
});
