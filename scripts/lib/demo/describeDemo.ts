import { formatUnits } from "viem";
import { programAbi } from "../../../generated/abis.ts";
import type { Program } from "../chain/openProgram.ts";
import { readMany } from "../chain/readMany.ts";
import { type KnownPartner, readPartners } from "../partners/readPartners.ts";
import type { Demo } from "./startDemo.ts";

/** What `npm start` prints: addresses, the site, and how to claim. */
export async function describeDemo({ local, programs, siteUrl }: Demo): Promise<string> {
  const parts = await Promise.all(
    programs.map(({ program }) => describeProgram(program, siteUrl, local.rpcUrl)),
  );
  return [
    "",
    `Site     ${siteUrl}`,
    `Chain    ${local.rpcUrl} (chain ${local.chain.chainId})`,
    "",
    ...parts,
    "To claim: open a partner's page and connect a wallet, or let anyone's account pay the gas:",
    `  ${claimCommand(programs[0]?.program, local.rpcUrl)}`,
    "The partners' wallets are the chain's test accounts. Import one into a browser wallet by its key, which",
    "`npx hardhat node` lists: account 1 is the first partner of the SaaS ecosystem.",
  ].join("\n");
}

async function describeProgram(program: Program, siteUrl: string, rpcUrl: string): Promise<string> {
  const query = `?rpc=${encodeURIComponent(rpcUrl)}&program=${program.address}`;
  const [first] = await claimablePartners(program);
  return [
    program.terms.name,
    `  program   ${program.address}`,
    `  page      ${siteUrl}/${query}`,
    ...(first === undefined ? [] : [`  claimable ${first}`]),
    "",
  ].join("\n");
}

async function claimablePartners(program: Program): Promise<string[]> {
  const partners = await readPartners(program);
  const [currency] = program.currencies;
  if (currency === undefined) return [];
  const amounts = await readMany(
    program.chain,
    partners.map(({ wallet }) => ({
      address: program.address,
      abi: programAbi,
      functionName: "claimable" as const,
      args: [wallet, currency.address] as const,
    })),
  );
  return partners.map((partner, index) =>
    describePartner(partner, formatUnits(amounts[index] ?? 0n, currency.decimals), currency.symbol),
  );
}

function describePartner({ name, wallet }: KnownPartner, amount: string, symbol: string): string {
  return `${amount} ${symbol} by ${name} (${wallet})`;
}

function claimCommand(program: Program | undefined, rpcUrl: string): string {
  const elsewhere = rpcUrl.endsWith(":8545") ? "" : ` (with the url of localhost set to ${rpcUrl})`;
  return `npx hardhat claim --network localhost --program ${program?.address} --partner "…"${elsewhere}`;
}
