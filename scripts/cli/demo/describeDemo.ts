import { formatUnits, type Hex, toHex } from "viem";
import { mnemonicToAccount } from "viem/accounts";
import { formatIsoTime } from "../../../core/text/formatIsoTime.ts";
import type { Program } from "../../chain/openProgram.ts";
import { type KnownPartner, readPartners } from "../../chain/partners/readPartners.ts";
import { readEach } from "../../chain/readEach.ts";
import { USUAL_SITE_PORT } from "./serveSite.ts";
import { USUAL_PORT } from "./startChain.ts";
import type { Demo } from "./startDemo.ts";

const TEST_MNEMONIC = "test test test test test test test test test test test junk";

/** What `npm start` prints: addresses, the site, and how to claim. */
export async function describeDemo({ local, programs, siteUrl }: Demo): Promise<string> {
  const parts = await Promise.all(programs.map(({ program }) => describeProgram(program, siteUrl)));
  const { timestamp } = await local.chain.client.getBlock();
  return [
    "",
    `Site     ${siteUrl}${unlessUsual(siteUrl, USUAL_SITE_PORT)}`,
    `Chain    ${local.rpcUrl} (chain ${local.chain.chainId}), its clock at ${formatIsoTime(Number(timestamp))}${unlessUsual(local.rpcUrl, USUAL_PORT)}`,
    "",
    ...parts,
    "Try these in another terminal. To claim, open a partner's page with the partner's wallet, or let any account pay the gas:",
    "",
    ...tour(programs.at(-1)?.program, local.prefix),
    "",
    "The partners' wallets are the well-known test accounts of development chains. To use one in a browser wallet, import",
    "its key (they are of no worth elsewhere). Account 1, Flowbridge of the SaaS ecosystem:",
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

async function describeProgram(program: Program, siteUrl: string): Promise<string> {
  const [first] = await claimablePartners(program);
  return [
    program.terms.name,
    `  program   ${program.address}`,
    `  page      ${siteUrl}/?program=${program.address}`,
    ...(first === undefined ? [] : [`  claimable ${first}`]),
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

function tour(program: Program | undefined, prefix: string): string[] {
  const at = `--network localhost --program ${program?.address}`;
  return [
    `program show ${at}`,
    `statement    ${at}`,
    `claim        ${at} --partner Flowbridge`,
    `audit        ${at}`,
  ].map((command) => `  ${prefix}npx hardhat ${command}`);
}

function unlessUsual(url: string, port: number): string {
  return url.endsWith(`:${port}`) ? "" : `; port ${port} is taken`;
}
