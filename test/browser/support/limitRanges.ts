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

/** Has the page's node answer some calls with errors, and the others that come with them as ever. */
export async function refuseCalls(
  page: Page,
  rpcUrl: string,
  errorOf: (call: Call) => { readonly code: number; readonly message: string } | undefined,
): Promise<void> {
  await page.route(`${rpcUrl}/**`, async (route) => {
    const body: Call | Call[] = route.request().postDataJSON();
    const calls = Array.isArray(body) ? body : [body];
    const errors = new Map(calls.map((call) => [call.id, errorOf(call)] as const));
    const others = calls.filter(({ id }) => errors.get(id) === undefined);
    if (others.length === calls.length) return route.fallback();
    const refused = calls.flatMap(({ id }) => {
      const error = errors.get(id);
      return error === undefined ? [] : [{ jsonrpc: "2.0", id, error }];
    });
    const answers =
      others.length === 0 ? [] : await (await route.fetch({ postData: others })).json();
    const json = Array.isArray(body) ? [...refused, ...answers] : refused[0];
    return route.fulfill({ json, headers: { "access-control-allow-origin": "*" } });
  });
}

function isLarge({ method, params }: Call): boolean {
  const range = params?.[0];
  if (method !== "eth_getLogs" || range === undefined) return false;
  return Number(range.toBlock) - Number(range.fromBlock) > MOST_BLOCKS;
}
