import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

interface Call {
  readonly id: number;
  readonly method: string;
  readonly params?: readonly { readonly fromBlock?: string; readonly toBlock?: string }[];
}

export interface LimitedNode {
  readonly url: string;
  /** Requests over HTTP, several questions in one counted once; and questions. */
  readonly counts: { requests: number; questions: number };
  readonly close: () => Promise<void>;
}

/** What stands before a node as public ones do: few blocks of logs at a time, and a way of some milliseconds to it. */
export async function limitedNode(
  node: string,
  { blocks, delay }: { readonly blocks: number; readonly delay: number },
): Promise<LimitedNode> {
  const counts = { requests: 0, questions: 0 };
  const answerOf = (call: Call): object | undefined =>
    isTooLarge(call, blocks)
      ? {
          ...{ jsonrpc: "2.0", id: call.id },
          error: { code: -32_005, message: `query exceeds max block range ${blocks}` },
        }
      : undefined;
  const server = createServer(async (request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "*");
    if (request.method === "OPTIONS") return void response.end();
    const body = await textOf(request);
    const asked: Call | readonly Call[] = JSON.parse(body);
    const calls = Array.isArray(asked) ? (asked as readonly Call[]) : [asked as Call];
    counts.requests += 1;
    counts.questions += calls.length;
    await new Promise((resolve) => setTimeout(resolve, delay));
    const refused = calls.map(answerOf);
    const passed = calls.filter((_, index) => refused[index] === undefined);
    const answers = passed.length === 0 ? [] : await ask(node, passed);
    const byId = new Map(answers.map((answer) => [answer.id, answer]));
    const all = calls.map((call, index) => refused[index] ?? byId.get(call.id));
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(Array.isArray(asked) ? all : all[0]));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    counts,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function ask(node: string, calls: readonly Call[]): Promise<{ readonly id: number }[]> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(node, { method: "POST", headers, body: JSON.stringify(calls) });
  return response.json();
}

function isTooLarge({ method, params }: Call, blocks: number): boolean {
  const range = params?.[0];
  if (method !== "eth_getLogs" || range === undefined) return false;
  return Number(range.toBlock) - Number(range.fromBlock) + 1 > blocks;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}
