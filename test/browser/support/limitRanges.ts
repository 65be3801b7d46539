import type { Page } from "@playwright/test";

export interface Call {
  readonly id: number;
  readonly method: string;
  readonly params?: readonly {
    readonly address: string | readonly string[];
    readonly fromBlock: string;
    readonly toBlock: string;
  }[];
}

const MOST_BLOCKS = 5;

/** Makes the page's node one that gives the logs of few blocks at a time. Returns how often it was asked for more. */
export async function limitRanges(page: Page, rpcUrl: string): Promise<() => number> {
  let refused = 0;
  await refuseCalls(page, rpcUrl, (call) => {
    if (!isLarge(call)) return undefined;
    refused++;
    return { code: -32_005, message: `query exceeds max block range ${MOST_BLOCKS}` };
  });
  return () => refused;
}

/** Has the page's node answer some calls with errors. */
export async function refuseCalls(
  page: Page,
  rpcUrl: string,
  errorOf: (call: Call) => { readonly code: number; readonly message: string } | undefined,
): Promise<void> {
  await page.route(`${rpcUrl}/**`, async (route) => {
    const body = route.request().postDataJSON();
    const calls: readonly Call[] = Array.isArray(body) ? body : [body];
    const error = calls.map(errorOf).find((one) => one !== undefined);
    if (error === undefined) return route.fallback();
    const answers = calls.map(({ id }) => ({ jsonrpc: "2.0", id, error }));
    const json = Array.isArray(body) ? answers : answers[0];
    return route.fulfill({ json, headers: { "access-control-allow-origin": "*" } });
  });
}

function isLarge({ method, params }: Call): boolean {
  const range = params?.[0];
  if (method !== "eth_getLogs" || range === undefined) return false;
  return Number(range.toBlock) - Number(range.fromBlock) > MOST_BLOCKS;
}
