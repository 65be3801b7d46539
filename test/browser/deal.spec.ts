import type { Locator, Page } from "@playwright/test";
import type { Hex } from "viem";
import { programAbi } from "../../generated/abis/Program.ts";
import { accountAt } from "./support/accountAt.ts";
import { connect } from "./support/connect.ts";
import { expectSound } from "./support/expectSound.ts";
import { figure } from "./support/figure.ts";
import { installWallet } from "./support/installWallet.ts";
import { onEachScreen } from "./support/onEachScreen.ts";
import { onItsOwnChain, type TestChain } from "./support/onItsOwnChain.ts";
import { programOf } from "./support/programOf.ts";
import { expect, test } from "./support/test.ts";
import { partnerUrl, programUrl } from "./support/urls.ts";
import { ACTORS, type World } from "./support/World.ts";

const [NORTHWIND = 0, CONTOSO = 0, FABRIKAM = 0] = ACTORS.partners;
const SUPPORT = accountAt(ACTORS.holders[0]);
const FINDER = accountAt(ACTORS.holders[4]);
const DAY = 86_400;

test("disputes are told with their state, their reasons and who raised them", async ({
  page,
  world,
  site,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.deal));
  const row = (sale: string): Locator =>
    card(page, "Disputes").getByRole("row").filter({ hasText: sale });
  await expect(row("FULL-3")).toContainText(/northwind.*Frozen.*until.*the coach was another/);
  await expect(row("OPEN-3")).toContainText(/fabrikam.*Void.*Decided: never delivered/);
  await expect(row("OPEN-0")).toContainText(/northwind.*Stands.*I sold this.*no seller was named/);
  // Open ones come first.
  await expect(card(page, "Disputes").getByRole("row").nth(1)).toContainText("FULL-3");
  const sales = card(page, "Sales");
  await sales.getByRole("button", { name: "FULL-3" }).click();
  await expect(sales.getByText("Its lines are in nobody’s balance")).toBeVisible();
});

test("what is void is in no total, and frozen money has a figure of its own", async ({
  page,
  world,
  site,
  reader,
}) => {
  const frozen = await programOf(reader, world.deal).frozen(world.token);
  expect(frozen).toBeGreaterThan(0n);
  await page.goto(programUrl(site, world.rpcUrl, world.deal));
  const totals = card(page, "Totals in USDC");
  // Four periods of three sales, and three that were posted twice, less OPEN-3 and the second FULL-2, which are void.
  await expect(figure(totals, "Revenue")).toHaveAttribute("value", "63620367036");
  await expect(totals).toContainText("13 sales");
  await expect(figure(totals, "Refunded")).toHaveAttribute("value", "0");
  await expect(figure(totals, "Frozen")).toHaveAttribute("value", frozen.toString());
});

test("each standing line tells what is under way with it", async ({
  page,
  world,
  site,
  reader,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.deal));
  const row = (line: string): Locator =>
    card(page, "Standing lines").getByRole("row").filter({ hasText: line });
  await expect(row("moderators")).toContainText(/of its cap of 900/);
  await expect(row("technology")).toContainText("counted, earns beyond 10,000");
  await expect(row("technology")).toContainText("The operator agrees to end it");
  await expect(row("advisor")).toContainText(/Offer 2,000(\.00)? USDC/);
  await expect(row("founder")).toContainText("Suspended");
  await expect(row("scout")).toContainText("Notice of an end until");
  const { arrears } = await reader.readContract({
    address: world.deal,
    abi: programAbi,
    functionName: "lineProgress",
    args: [2n, world.token],
  });
  expect(arrears).toBeGreaterThan(0n);
  const owed = row("support").getByText("in arrears").locator("data");
  await expect(owed).toHaveAttribute("value", arrears.toString());
});

test("the terms are told with pools, bonuses, tiers, milestones and the worst case of each kind", async ({
  page,
  world,
  site,
}) => {
  await page.goto(programUrl(site, world.rpcUrl, world.deal));
  const terms = card(page, "The terms in plain words");
  await expect(terms.getByText("it goes to the pool community")).toBeVisible();
  await expect(terms.getByText("the filled roles share it")).toBeVisible();
  await expect(terms.getByText("The operator pays 50 USDC each time")).toBeVisible();
  await expect(terms.getByText("5,000 USDC earned, 3 sales, 2 months since joining")).toBeVisible();
  await expect(terms.getByText("100 USDC once, out of the reserve")).toBeVisible();
  await expect(
    terms.getByText("A partner accepts the terms before its first claim."),
  ).toBeVisible();
  // 13 % standing; 20 % gross, and 15 % of the other 67 %, a tenth more of both for recruiters.
  await expect(terms.getByRole("row", { name: "license" })).toContainText("46.055");
  await expect(terms.getByRole("row", { name: "completion" })).toContainText("50");
});

test("a partner's page tells tiers to reach, milestones, acceptance and where it is paid", async ({
  page,
  world,
  site,
}) => {
  const at = (index: number): string =>
    partnerUrl(site, world.rpcUrl, world.deal, accountAt(index).address);
  await page.goto(at(NORTHWIND));
  const progress = card(page, "Tiers and milestones");
  await expect(progress.getByText("2 of 3")).toHaveCount(0);
  await expect(progress.getByRole("progressbar", { name: "Contribution score" })).toHaveAttribute(
    "aria-valuetext",
    "60 of 70",
  );
  await expect(progress.getByRole("heading", { name: /first sales/ })).toContainText("paid");
  await expect(page.getByText("Has accepted the terms", { exact: true })).toBeVisible();
  await expect(page.getByText("of each payment goes to the tax account")).toBeVisible();
  await page.goto(at(FABRIKAM));
  await expect(page.getByText("Must accept the terms")).toBeVisible();
  const frozen = card(page, "Lines").getByRole("row").filter({ hasText: "FULL-3" });
  await expect(frozen.getByText("Frozen", { exact: true }).last()).toBeVisible();
  const next = accountAt(ACTORS.moved[1]).address;
  await expect(page.getByText("Will be paid at").getByTitle(next)).toBeVisible();
});

test("a partner that moved finds its page by the new wallet, and claims to it", async ({
  page,
  world,
  site,
  reader,
}) => {
  await onItsOwnChain(world, async () => {
    const owner = accountAt(ACTORS.moved[0]);
    const identity = accountAt(CONTOSO).address;
    const claimable = await reader.readContract({
      address: world.deal,
      abi: programAbi,
      functionName: "claimable",
      args: [identity, world.token],
    });
    expect(claimable).toBeGreaterThan(0n);
    await installWallet(page, world.rpcUrl, owner);
    await page.goto(partnerUrl(site, world.rpcUrl, world.deal, owner.address));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("contoso");
    await expect(page.getByText("Paid at").getByTitle(owner.address)).toBeVisible();
    await connect(page, owner.address);
    const money = card(page, "Money in USDC");
    await money.getByRole("button", { name: /^Claim/ }).click();
    await expect(figure(money, "Claimed")).toHaveAttribute("value", claimable.toString());
    await expect(card(page, "Payments").getByTitle(owner.address)).toBeVisible();
  });
});

test("an amendment is shown with what it changes and whose consent is missing, and then as the terms", async ({
  page,
  world,
  site,
}) => {
  await onItsOwnChain(world, async (chain) => {
    await page.goto(programUrl(site, world.rpcUrl, world.deal));
    const amendment = card(page, "Amendments");
    const terms = card(page, "The terms in plain words");
    await expect(amendment.getByText("In its notice", { exact: true })).toBeVisible();
    const missing = amendment.getByText("It comes into force only with these consents");
    await expect(missing).toBeVisible();
    const asked = amendment.getByRole("status").getByRole("listitem");
    await expect(asked).toHaveText([/support/, /finder/]);
    await expect(amendment.getByText(/Then: .*Held by 0x.*/).first()).toBeVisible();
    await expect(terms.getByText("finder, second term")).toHaveCount(0);

    const consent = async (line: bigint, account: typeof FINDER): Promise<void> => {
      const args = [line, await termsHashOf(chain, world)] as const;
      const call = { account, address: world.deal, abi: programAbi, args } as const;
      await chain.writeContract({ ...call, functionName: "consent" });
    };
    await consent(6n, FINDER);
    // Coaches would be paid ahead of what is guaranteed to support, which is therefore asked.
    await expect(asked).toHaveText([/support/]);
    await consent(2n, SUPPORT);
    await expect(missing).toHaveCount(0);
    await chain.increaseTime({ seconds: 60 * DAY });
    await chain.mine({ blocks: 1 });
    await expect(amendment.getByText("In force", { exact: true })).toBeVisible();
    await expect(terms.getByText("finder, second term")).toBeVisible();
    await expect(page.getByText("It is the hash of the terms shown here.")).toBeVisible();
    const text = "https://example.org/acme/amendment.pdf";
    const fact = card(page, "Who runs it").getByRole("definition").filter({ hasText: text });
    await expect(fact).toBeVisible();

    // Who accepts is shown the text of what it accepts.
    const partner = accountAt(FABRIKAM).address;
    await page.goto(partnerUrl(site, world.rpcUrl, world.deal, partner));
    const acceptance = card(page, "Accept the terms");
    await expect(
      acceptance.getByTitle(await programOf(chain, world.deal).termsHash()),
    ).toBeVisible();
    await expect(acceptance).toContainText("First terms file: https://example.org/acme/terms.json");
    await expect(acceptance).toContainText(`Amendment in force: ${text}`);
  });
});

onEachScreen(() => {
  test("a deal's pages have no accessibility violation", async ({ page, world, site }) => {
    await page.goto(programUrl(site, world.rpcUrl, world.deal));
    await expect(card(page, "Amendments").getByText("Then:").first()).toBeVisible();
    await expect(card(page, "Standing lines").getByText("in arrears")).toBeVisible();
    await expectSound(page);
    for (const index of [NORTHWIND, FABRIKAM]) {
      await page.goto(partnerUrl(site, world.rpcUrl, world.deal, accountAt(index).address));
      await expect(
        card(page, "Tiers and milestones").getByRole("progressbar").first(),
      ).toBeVisible();
      await expectSound(page);
    }
  });
});

function card(page: Page, name: string): Locator {
  return page.getByRole("region", { name, exact: true });
}

async function termsHashOf(chain: TestChain, world: World): Promise<Hex> {
  const { termsHash } = await chain.readContract({
    address: world.deal,
    abi: programAbi,
    functionName: "amendment",
  });
  return termsHash;
}
