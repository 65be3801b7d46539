import { BaseError } from "viem";
import { causesOf } from "../../core/logs/causesOf.ts";
import { OPCODE, UNKNOWN_OPCODE } from "../../core/messages/unknownOpcode.ts";
import { TributaryError } from "../../core/TributaryError.ts";
import { printable } from "../../core/text/printable.ts";
import { explainErrno } from "../files/explainErrno.ts";
import { explainKey } from "./explainKey.ts";
import { isLost } from "./isLost.ts";

/** What went wrong, in one paragraph without a stack trace. */
export function explainFailure(error: unknown, network: string | undefined): string {
  if (error instanceof TributaryError) return `Error: ${error.message}`;
  const messages = causesOf(error).map(({ message }) => message);
  const whole = messages.join("\n");
  const name = network ?? "default";
  const key = explainKey(whole, name);
  if (key !== undefined) return `Error: ${key}`;
  if (/HHE707\b|ECONNREFUSED|ENOTFOUND|Cannot connect to the network/.test(whole)) {
    return `Error: Nothing answers at the RPC of the network "${name}". ${startOf(name)}; then run this again.`;
  }
  if (/Invalid JSON-RPC response|Response status code 40[45]\b/.test(whole)) {
    return `Error: What answers at the url of the network "${name}" is no JSON-RPC: a site's address may stand there. Give that of the chain${name === LOCAL ? `, which npm start prints after "Chain", in LOCALHOST_RPC_URL` : " in hardhat.config.ts or in the keystore"}; then run this again.`;
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
  const refusal = refusalOf(error);
  if (refusal !== undefined) return `Error: ${tellRefusal(refusal, name)}`;
  const refused = refusedPath(error);
  if (refused !== undefined) {
    return `Error: ${inOneLine(refused.path)} cannot be read or written: ${inOneLine(explainErrno(refused))}. Give a path that exists and may be used, then run this again.`;
  }
  const message = error instanceof BaseError ? error.shortMessage : (messages[0] ?? String(error));
  return `Error: ${inOneLine(message)}.${isHardhats(error) ? "" : UNKNOWN}`;
}

const LOCAL = "localhost";

function startOf(name: string): string {
  if (name !== LOCAL) return "Correct its url in hardhat.config.ts or in the keystore";
  return `Start a chain ("npm start" for one with examples, "npx hardhat chain start" for an empty one; begun anew, it has none of the programs of an earlier one), or correct LOCALHOST_RPC_URL`;
}

/** Where no sentence of ours fits. */
const UNKNOWN =
  " Run this again: what is done already is not done twice. Where it stays so, report it with the command that you ran.";

/** Code that its chain cannot run is no whim of the node. */
function tellRefusal(refusal: string, network: string): string {
  if (OPCODE.test(refusal)) return UNKNOWN_OPCODE;
  return `The RPC of the network "${network}" refused a request: ${inOneLine(refusal)}. Run this again; where it stays so, use another RPC.`;
}

/** What a node said when it refused a request. */
function refusalOf(error: unknown): string | undefined {
  const refused = causesOf(error).findLast((one) => "code" in one && typeof one.code === "number");
  return refused instanceof BaseError ? refused.details || refused.shortMessage : refused?.message;
}

/** What the operating system refused to do with a path. */
function refusedPath(error: unknown): (Error & { path: string }) | undefined {
  return causesOf(error).find(hasPath);
}

function hasPath(error: Error): error is Error & { path: string } {
  return "syscall" in error && "path" in error && typeof error.path === "string";
}

/** Hardhat's errors say what to do themselves. */
function isHardhats(error: unknown): boolean {
  return error instanceof Error && /^HHE\d+/.test(error.message);
}

function inOneLine(text: string): string {
  return text.split("\n").map(printable).join(" ").trim().replace(/\.$/, "");
}
