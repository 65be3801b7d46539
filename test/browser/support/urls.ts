import type { Address } from "viem";
import type { RunningSite } from "./startSite.ts";

/** A program's or a plan's page, by the link that an operator would give out. */
export function programUrl(site: RunningSite, rpcUrl: string, program: Address): string {
  return `${site.url}?${new URLSearchParams({ rpc: rpcUrl, program })}`;
}

/** The page of a party of a program. */
export function partnerUrl(
  site: RunningSite,
  rpcUrl: string,
  program: Address,
  party: Address,
): string {
  return `${programUrl(site, rpcUrl, program)}#/program/${program}/partner/${party}`;
}

/** “My units”: the page of a holder in an equity plan. */
export function holderUrl(
  site: RunningSite,
  rpcUrl: string,
  plan: Address,
  holder: Address,
): string {
  return `${programUrl(site, rpcUrl, plan)}#/plan/${plan}/holder/${holder}`;
}
