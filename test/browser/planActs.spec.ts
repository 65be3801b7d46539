import { getAddress } from "viem";
import { ETHER } from "../../core/currency/ETHER.ts";
import { shortenHex } from "../../core/text/shortenHex.ts";
import { accountAt } from "./support/accountAt.ts";
import { connect } from "./support/connect.ts";
import { exactOf } from "./support/exactOf.ts";
import { figure } from "./support/figure.ts";
import { GRANTS } from "./support/fillPlan.ts";
import { holdNews } from "./support/holdNews.ts";
import { installWallet } from "./support/installWallet.ts";
import { onItsOwnChain } from "./support/onItsOwnChain.ts";
import { planOf } from "./support/planOf.ts";
import { region } from "./support/region.ts";
import { DAY } from "./support/termsOf.ts";
import { expect, test } from "./support/test.ts";
import { holderUrl } from "./support/urls.ts";
import { visitAs } from "./support/visitAs.ts";
import { ACTORS } from "./support/World.ts";

const [VESTING, OFFERED, , , MOVING] = ACTORS.partners;
const NEW_WALLET = accountAt(ACTORS.moved[0]);

test("what arrived is shared, and then claimed, less what is withheld", async ({
  page,
  world,
  site,
  reader,
}) => {
  const plan = planOf(reader, world);
  const holder = accountAt(VESTING);
  await onItsOwnChain(world, async () => {
    const before = await plan.tokensOf(holder.address);
    const tax = (await plan.level(world.token)).tax;
    await installWallet(page, world.rpcUrl, holder);
    await page.goto(holderUrl(site, world.rpcUrl, world.plan, holder.address));
    await expect(page.getByRole("heading", { name: /^Units of/ })).toBeVisible();
    await connect(page, holder.address);
    await expect(page.getByRole("heading", { name: "My units" })).toBeVisible();
    const money = region(page, "Money in USDC");
    const first = await exactOf(figure(money, "Payable"));
    await money.getByRole("button", { name: /^Share/ }).click();
    await expect(money.getByRole("status").filter({ hasText: "Shared" })).toContainText(
      "500.123457",
    );
    await expect.poll(() => exactOf(figure(money, "Payable"))).toBeGreaterThan(first);
    const { payable_, owed } = await plan.earnings(1n, world.token);
    await expect(money.getByText("Paid to your own address.")).toBeVisible();
    await money.getByRole("button", { name: /^Claim/ }).click();
    const paid = money.getByRole("status").filter({ hasText: "Paid" });
    await expect(paid.locator("data")).toHaveAttribute("value", `${payable_ + owed}`);
    const withheld = ((payable_ + owed) * 100_000n) / 1_000_000n;
    expect((await plan.tokensOf(holder.address)) - before).toBe(payable_ + owed - withheld);
    expect((await plan.level(world.token)).tax - tax).toBe(withheld);
    await expect(money.getByText("Nothing to claim now.")).toBeVisible();
    await expect(region(page, "What happened").getByText("withheld").first()).toBeVisible();
  });
});

test("anyone has all grants of a holder paid at once", async ({ page, world, site, reader }) => {
  const visitor = accountAt(ACTORS.customer);
  const holder = accountAt(VESTING).address;
  await onItsOwnChain(world, async () => {
    const before = await reader.getBalance({ address: holder });
    await visitAs(page, visitor, holderUrl(site, world.rpcUrl, world.plan, holder));
    const money = region(page, "Money in ETH");
    await expect(money.getByText("You pay the gas; the money goes to the holder.")).toBeVisible();
    await money.getByRole("button", { name: /^Claim/ }).click();
    const status = money.getByRole("status").filter({ hasText: "Paid" });
    const paid = await exactOf(status.locator("data"));
    const [one, other] = await Promise.all(
      [1n, 6n].map((id) => planOf(reader, world).earnings(id, ETHER)),
    );
    expect(one?.paid).toBeGreaterThan(0n);
    expect(other?.paid).toBeGreaterThan(0n);
    expect(paid).toBe((one?.paid ?? 0n) + (other?.paid ?? 0n));
    const withheld = ((one?.paid ?? 0n) * 100_000n) / 1_000_000n;
    expect((await reader.getBalance({ address: holder })) - before).toBe(paid - withheld);
  });
});

test("a holder sells its units for what is offered, and nobody else can", async ({
  page,
  world,
  site,
  reader,
}) => {
  const plan = planOf(reader, world);
  const holder = accountAt(OFFERED);
  await onItsOwnChain(world, async () => {
    await page.goto(holderUrl(site, world.rpcUrl, world.plan, holder.address));
    const grant = region(page, "Grant 2");
    await expect(grant).toContainText("An offer for all units of this grant");
    await expect(grant.getByRole("button", { name: /^Connect to accept the offer/ })).toBeVisible();

    const before = await plan.tokensOf(holder.address);
    await installWallet(page, world.rpcUrl, holder);
    await page.reload();
    await connect(page, holder.address);
    await grant.getByRole("button", { name: /^Accept the offer/ }).click();
    await expect(grant.getByRole("status").filter({ hasText: "Sold" })).toContainText("900.00");
    expect((await plan.tokensOf(holder.address)) - before).toBe(900_000_000n);
    expect((await plan.grant(GRANTS.offered)).units).toBe(0n);
    await expect(grant.getByText("No units left")).toBeVisible();
    await expect(grant.getByRole("button", { name: /accept the offer/i })).toHaveCount(0);
    // What its units had earned stays its own.
    await expect(
      region(page, "Money in ETH").getByRole("button", { name: /^Claim/ }),
    ).toBeEnabled();
  });
});

test("another wallet cannot accept a holder's offer", async ({ page, world, site }) => {
  const url = holderUrl(site, world.rpcUrl, world.plan, accountAt(OFFERED).address);
  await visitAs(page, NEW_WALLET, url);
  const grant = region(page, "Grant 2");
  await expect(grant.getByRole("button", { name: /^Accept the offer/ })).toBeDisabled();
  await expect(grant).toContainText(`Only ${shortenHex(accountAt(OFFERED).address)} can.`);
});

test("a holder who resigns is told what it keeps and loses, and that is what comes of it", async ({
  page,
  world,
  site,
  reader,
}) => {
  const plan = planOf(reader, world);
  const holder = accountAt(VESTING);
  await onItsOwnChain(world, async (chain) => {
    await visitAs(page, holder, holderUrl(site, world.rpcUrl, world.plan, holder.address));
    const grant = region(page, "Grant 1");
    await grant.getByRole("button", { name: "Resign …" }).click();
    const field = grant.getByLabel("The day on which you leave");
    const { timestamp } = await reader.getBlock();
    await field.fill(dayAfter(timestamp, 10));
    await expect(grant).toContainText("Too early: notice is 30 days");
    await expect(grant.getByRole("button", { name: /^Resign on/ })).toBeDisabled();

    const day = dayAfter(timestamp, 100);
    await field.fill(day);
    const preview = grant.getByRole("region", { name: "Table: What you keep and lose" });
    const amounts = await Promise.all((await preview.locator("data").all()).map(exactOf));
    const [kept = 0n, lost = 0n, tokensKept = 0n, tokensLost = 0n, etherKept = 0n] = amounts;
    const vested = await plan.vested(1n, BigInt(Date.parse(day) / 1_000));
    expect(kept).toBe(vested - vested / 5n);
    expect(kept + lost).toBe(48_000n);
    expect(tokensLost).toBeGreaterThan(0n);

    await grant.getByRole("button", { name: `Resign on ${day}` }).click();
    await expect(grant.getByRole("status").filter({ hasText: "Notice given" })).toBeVisible();
    await expect(grant.getByText(/^Leaves on/)).toBeVisible();
    expect(await plan.grant(1n)).toMatchObject({ leaving: 1, leaveAt: Date.parse(day) / 1_000 });

    await chain.increaseTime({ seconds: 101 * DAY });
    await chain.mine({ blocks: 1 });
    await page.reload();
    await grant.getByRole("button", { name: "Book the leave" }).click();
    await expect(grant.getByRole("status").filter({ hasText: "Booked" })).toBeVisible();
    await expect(grant.getByText(/^Left on/)).toBeVisible();
    expect((await plan.grant(1n)).units).toBe(kept);
    // More had arrived by then, and was shared as the leave was booked.
    const tokens = await plan.earnings(1n, world.token);
    expect(tokens.held).toBe(0n);
    expect(tokens.payable_ + tokens.owed).toBeGreaterThan(tokensKept);
    const ether = await plan.earnings(1n, ETHER);
    expect(ether.payable_ + ether.owed).toBeGreaterThanOrEqual(etherKept);
  });
});

test("a holder takes its notice back", async ({ page, world, site, reader }) => {
  const holder = accountAt(MOVING);
  await onItsOwnChain(world, async () => {
    await visitAs(page, holder, holderUrl(site, world.rpcUrl, world.plan, holder.address));
    const grant = region(page, "Grant 5");
    await grant.getByRole("button", { name: "Resign …" }).click();
    await grant.getByRole("button", { name: /^Resign on/ }).click();
    await grant.getByRole("button", { name: "Take the notice back" }).click();
    await expect(grant.getByRole("status").filter({ hasText: "Taken back" })).toBeVisible();
    await expect(grant.getByRole("button", { name: "Resign …" })).toBeVisible();
    expect((await planOf(reader, world).grant(GRANTS.moving)).leaving).toBe(0);
  });
});

function dayAfter(time: bigint, days: number): string {
  return new Date((Number(time) + days * DAY) * 1_000).toISOString().slice(0, 10);
}

test("a grant moves: the old wallet proposes and cancels, the new one takes it over", async ({
  page,
  world,
  site,
  reader,
}) => {
  const plan = planOf(reader, world);
  const holder = accountAt(MOVING);
  await onItsOwnChain(world, async () => {
    await installWallet(page, world.rpcUrl, NEW_WALLET);
    await page.goto(holderUrl(site, world.rpcUrl, world.plan, NEW_WALLET.address));
    const coming = region(page, "Coming to this wallet");
    await expect(coming).toContainText("Grant 5, 10,000 units");
    await expect(page.getByText("This address has no units in this plan.")).toBeVisible();
    await connect(page, NEW_WALLET.address);
    await coming.getByRole("button", { name: "Take it over" }).click();
    await expect(coming.getByRole("status").filter({ hasText: "Taken over" })).toBeVisible();
    await expect(region(page, "Grant 5")).toBeVisible();
    expect(getAddress((await plan.grant(GRANTS.moving)).holder)).toBe(NEW_WALLET.address);
  });
  await onItsOwnChain(world, async () => {
    const other = await page.context().newPage();
    await visitAs(other, holder, holderUrl(site, world.rpcUrl, world.plan, holder.address));
    const grant = region(other, "Grant 5");
    await grant.getByRole("button", { name: "Cancel the move" }).click();
    await expect(grant.getByRole("status").filter({ hasText: "Taken back" })).toBeVisible();
    await grant.getByRole("button", { name: "Move to another wallet …" }).click();
    const field = grant.getByLabel("The new wallet");
    await field.fill(holder.address);
    await expect(grant).toContainText("It must be another wallet’s address");
    await expect(grant.getByRole("button", { name: "Propose the move" })).toBeDisabled();
    await field.fill(NEW_WALLET.address.toLowerCase());
    await grant.getByRole("button", { name: "Propose the move" }).click();
    await expect(grant.getByRole("status").filter({ hasText: "Proposed" })).toBeVisible();
    await expect(grant.getByText("It moves to")).toBeVisible();
    await other.close();
  });
});

test("what the plan refuses is told in plain words before anybody signs", async ({
  page,
  world,
  site,
}) => {
  await onItsOwnChain(world, async (chain) => {
    const url = holderUrl(site, world.rpcUrl, world.plan, NEW_WALLET.address);
    const wallet = await visitAs(page, NEW_WALLET, url);
    const coming = region(page, "Coming to this wallet");
    await expect(coming.getByRole("button", { name: "Take it over" })).toBeEnabled();
    // It lapses while the page is open.
    await holdNews(page, world.rpcUrl);
    await chain.increaseTime({ seconds: 60 * DAY });
    await chain.mine({ blocks: 1 });
    await coming.getByRole("button", { name: "Take it over" }).click();
    await expect(coming.getByRole("alert")).toContainText("Nothing of this kind waits");
    expect(wallet.asked).not.toContain("eth_sendTransaction");
  });
});

test("in a plan without catching up anyone settles what came, and the page says when that was", async ({
  page,
  world,
  site,
  reader,
}) => {
  const plan = planOf(reader, { ...world, plan: world.flowPlan });
  const visitor = accountAt(ACTORS.customer);
  await onItsOwnChain(world, async () => {
    const holder = accountAt(VESTING).address;
    await visitAs(page, visitor, holderUrl(site, world.rpcUrl, world.flowPlan, holder));
    const grant = region(page, "Grant 1");
    await expect(grant).toContainText("Settled never yet.");
    const { held, payable_ } = await plan.earnings(1n, world.token);
    expect(held).toBeGreaterThan(0n);
    const { treasury } = await plan.level(world.token);
    await grant.getByRole("button", { name: "Settle what came" }).click();
    await expect(grant.getByText("What came is payable as far as units are vested")).toBeVisible();
    await expect(grant).toContainText(/Settled last on \d+ \w+ \d{4}\./);
    const after = await plan.earnings(1n, world.token);
    expect(after).toMatchObject({ held: 0n, owed: payable_ });
    expect((await plan.level(world.token)).treasury - treasury).toBe(held);
  });
});
