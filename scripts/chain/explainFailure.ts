import { BaseError } from "viem";
import { causesOf } from "../../core/logs/causesOf.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { printable } from "../../core/text/printable.ts";
import { isLost } from "./isLost.ts";

/** What went wrong, in one paragraph without a stack trace. */
export function explainFailure(error: unknown, network: string | undefined): string {
  if (error instanceof TributaryError) return `Error: ${error.message}`;
  const messages = causesOf(error).map(({ message }) => message);
  const whole = messages.join("\n");
  const name = network ?? "default";
  if (/HHE707\b|ECONNREFUSED|ENOTFOUND|Cannot connect to the network/.test(whole)) {
    return `Error: Nothing answers at the RPC of the network "${name}". Start it ("npx hardhat chain start" for localhost), or correct its url in hardhat.config.ts or in the keystore; then run this again.`;
  }
  if (/timed? ?out|ETIMEDOUT|HeadersTimeout/i.test(whole)) {
    return `Error: The RPC of the network "${name}" does not answer in time. Run this again: what is done already is not done twice.`;
  }
  if (isLost(error)) {
    return `Error: The RPC of the network "${name}" broke off without an answer. Run this again: what is done already is not done twice.`;
  }
  if (/insufficient funds|doesn't have enough funds/i.test(whole)) {
    return `Error: The signing account does not have enough ETH on the network "${name}" for the amount and the gas. Send it some, then run this again.`;
  }
  const message = error instanceof BaseError ? error.shortMessage : (messages[0] ?? String(error));
  return `Error: ${message.split("\n").map(printable).join(" ").trim()}`;
}
