import "@nomicfoundation/hardhat-verify";
import { setTimeout as sleep } from "node:timers/promises";
import type { Address } from "viem";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { Chain } from "../openChain.ts";

/** How often Etherscan is asked what has come of it, and the milliseconds between. */
const ATTEMPTS = 20;
const PAUSE = 3_000;
/** It looks at the proxy in its turn, and at sources that it has just been given a little later. */
const WAITS = /pending|in progress|does not seem to be verified/i;

/** Has Etherscan show a program as a proxy to the code that it runs, with that code's functions: what it found, in its words. */
export async function linkProxy(
  { connection }: Chain,
  address: Address,
  implementation: Address,
): Promise<string> {
  const { etherscan } = connection.verification;
  const asked = await etherscan.customApiCall(
    { module: "contract", action: "verifyproxycontract" },
    { method: "POST", body: { address, expectedimplementation: implementation } },
  );
  if (asked.status !== "1") throw refused(asked.result);
  for (let attempt = 1; ; attempt++) {
    const question = { module: "contract", action: "checkproxyverification", guid: asked.result };
    const { status, result } = await etherscan.customApiCall(question);
    if (status === "1") return String(result);
    if (attempt >= ATTEMPTS || !WAITS.test(String(result))) throw refused(result);
    await sleep(PAUSE);
  }
}

function refused(result: unknown): TributaryError {
  return new TributaryError("Etherscan does not show it as a proxy.", {
    found: String(result),
    todo: 'Run this again later, or use "Is this a proxy?" on the contract\'s page there.',
  });
}
