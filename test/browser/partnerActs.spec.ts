import { shortenHex } from "../../core/text/shortenHex.ts";
import { programAbi } from "../../generated/abis.ts";
import { accountAt } from "./support/accountAt.ts";
import { connect } from "./support/connect.ts";
import { LINES } from "./support/dealTermsOf.ts";
import { figure } from "./support/figure.ts";
import { installWallet } from "./support/installWallet.ts";
import { onItsOwnChain, type TestChain } from "./support/onItsOwnChain.ts";
import { programOf } from "./support/programOf.ts";
import { region } from "./support/region.ts";
import { DAY } from "./support/termsOf.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl } from "./support/urls.ts";
import { ACTORS, type World } from "./support/World.ts";

const [, CONTOSO, FABRIKAM] = ACTORS.partners;
const PARTNER = accountAt(FABRIKAM);

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
  await installWallet(page, world.rpcUrl, other);
  await page.goto(partnerUrl(site, world.rpcUrl, world.deal, PARTNER.address));
  await connect(page, other.address);
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
    const wallet = await installWallet(page, world.rpcUrl, PARTNER);
    await page.goto(partnerUrl(site, world.rpcUrl, world.deal, PARTNER.address));
    await connect(page, PARTNER.address);
    const card = region(page, "Accept the terms");
    const button = card.getByRole("button", { name: "Accept the terms" });
    await expect(button).toBeEnabled();
    await chain.increaseTime({ seconds: 60 * DAY });
    await chain.mine({ blocks: 1 });
    await button.click();
    await expect(card.getByRole("alert")).toContainText("Read the terms that are in force");
    expect(wallet.asked).not.toContain("eth_sendTransaction");
  });
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
