import type { Page, Route } from "@playwright/test";
import { createPublicClient, http, numberToHex } from "viem";

interface Call {
  readonly method: string;
  readonly params?: readonly unknown[];
}

/**
 * Keeps new blocks from a page: where it asks for the newest one it is given the one that is newest now, so that it learns what others
 * do meanwhile only by what it does itself. Returns what lets them go.
 */
export async function holdNews(page: Page, rpcUrl: string): Promise<() => Promise<void>> {
  const now = await createPublicClient({ transport: http(rpcUrl) }).getBlockNumber();
  const calls = `${rpcUrl}/**`;
  const hold = (route: Route): Promise<void> => {
    const asked: Call | Call[] = route.request().postDataJSON();
    const postData = Array.isArray(asked)
      ? asked.map((call) => askUpTo(now, call))
      : askUpTo(now, asked);
    return route.fallback({ postData });
  };
  await page.route(calls, hold);
  return () => page.unroute(calls, hold);
}

function askUpTo(newest: bigint, call: Call): Call {
  const { method, params = [] } = call;
  if (method !== "eth_getBlockByNumber" || params[0] !== "latest") return call;
  return { ...call, params: [numberToHex(newest), ...params.slice(1)] };
}
