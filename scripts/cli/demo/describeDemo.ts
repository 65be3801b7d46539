import { type Address, formatUnits, type Hex, toHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import { joinWords } from "../../../core/text/joinWords.ts";
import type { Program } from "../../chain/openProgram.ts";
import { type KnownPartner, readPartners } from "../../chain/partners/readPartners.ts";
import { readEach } from "../../chain/readEach.ts";
import type { EquityPlan } from "../../equity/chain/openEquityPlan.ts";
import { idsOf, readGrantsNow } from "../../equity/chain/readGrantsNow.ts";
import { USUAL_PORT } from "../local/startChain.ts";
import type { Story } from "./Story.ts";
import { USUAL_SITE_PORT } from "./serveSite.ts";
import type { Demo } from "./startDemo.ts";

const TEST_MNEMONIC = "test test test test test test test test test test test junk";

/** What `npm start` prints: addresses, the site, and how to claim. */
export async function describeDemo({ local, stories, siteUrl }: Demo): Promise<string> {
  const pageOf = (address: Address) => `${siteUrl}/?program=${address}`;
  const parts = await Promise.all(
    stories.flatMap(({ program, plan }) => [
      describeProgram(program, pageOf(program.address)),
      ...(plan === undefined ? [] : [describePlan(plan, pageOf(plan.address))]),
    ]),
  );
  const { timestamp } = await local.chain.client.getBlock();
  return [
    "",
    `Site     ${siteUrl}${unlessUsual(siteUrl, USUAL_SITE_PORT)}`,
    `Chain    ${local.rpcUrl} (chain ${local.chain.chainId}), its clock at ${formatIsoTime(Number(timestamp))}${unlessUsual(local.rpcUrl, USUAL_PORT)}`,
    "",
    ...parts,
    "Try these in another terminal. To claim, open a partner's page with the partner's wallet, or let any account pay the gas:",
    "",
    ...tour(stories, local.prefix),
    "",
    "The partners' wallets are the well-known test accounts of development chains. To use one in a browser wallet, import",
    "its key (they are of no worth elsewhere). Account 1, Flowbridge of the SaaS ecosystem and the holder of the plan's grant 1:",
    "",
    `  ${privateKeyOf(1)}`,
  ].join("\n");
}

/** The key of one of the test accounts, which every Hardhat and Anvil chain has. */
function privateKeyOf(index: number): Hex {
  const account = mnemonicToAccount(TEST_MNEMONIC, { addressIndex: index });
  const key = account.getHdKey().privateKey;
  if (key === null) throw new RangeError("an account without a key");
  return toHex(key);
}

async function describeProgram(program: Program, page: string): Promise<string> {
  const [first] = await claimablePartners(program);
  return [
    program.terms.name,
    `  program   ${program.address}`,
    `  page      ${page}`,
    ...(first === undefined ? [] : [`  claimable ${first}`]),
    "",
  ].join("\n");
}

async function describePlan(plan: EquityPlan, page: string): Promise<string> {
  const { settings, address, currencies } = plan;
  const [grant] = await readGrantsNow(plan, await idsOf(plan));
  const amounts = currencies.map(({ decimals, symbol, index }) => {
    const { payable_ = 0n, owed = 0n } = grant?.earnings[index] ?? {};
    return `${formatUnits(payable_ + owed, decimals)} ${symbol}`;
  });
  return [
    settings.name,
    `  plan      ${address}`,
    `  page      ${page}`,
    `  payable   ${joinWords(amounts)} of grant ${grant?.id} (${grant?.state.holder})`,
    "",
  ].join("\n");
}

async function claimablePartners(program: Program): Promise<string[]> {
  const partners = await readPartners(program);
  const [currency] = program.currencies;
  if (currency === undefined) return [];
  const asked = partners.map(({ wallet }) => [wallet, currency.address] as const);
  const amounts = await readEach(program, "claimable", asked);
  return partners.map((partner, index) =>
    describePartner(partner, formatUnits(amounts[index] ?? 0n, currency.decimals), currency.symbol),
  );
}

function describePartner({ name, wallet }: KnownPartner, amount: string, symbol: string): string {
  return `${amount} ${symbol} by ${name} (${wallet})`;
}

function tour(stories: readonly Story[], prefix: string): string[] {
  const at = `--network localhost --program ${stories.at(-1)?.program.address}`;
  const plan = stories.find((story) => story.plan !== undefined)?.plan;
  const of = `--network localhost --plan ${plan?.address}`;
  return [
    `program show ${at}`,
    `statement    ${at}`,
    `claim        ${at} --partner Flowbridge`,
    `audit        ${at}`,
    `equity show  ${of}`,
    `equity claim ${of} --grant 1`,
    `equity audit ${of}`,
  ].map((command) => `  ${prefix}npx hardhat ${command}`);
}

function unlessUsual(url: string, port: number): string {
  return url.endsWith(`:${port}`) ? "" : `; port ${port} is taken`;
}
