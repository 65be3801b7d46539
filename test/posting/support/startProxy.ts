import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

interface Rpc {
  readonly id: number;
  readonly method: string;
  readonly params: readonly unknown[];
}

/** What becomes of one request. */
export type Fate =
  /** It never reaches the node. */
  | "lost"
  /** The node does it, but nobody hears of it. */
  | "unanswered"
  /** The node is asked twice, and the second answer counts. */
  | "doubled"
  | "late"
  | "fine";

/** How a proxy misbehaves. */
export interface Mischief {
  /** Happens before a request goes on. */
  readonly before?: (() => Promise<void>) | undefined;
  /** Answers with an error in the node's place. */
  readonly refuse?:
    | ((
        method: string,
        params: readonly unknown[],
      ) => { readonly code: number; readonly message: string } | undefined)
    | undefined;
  /** Changes what the node is asked. */
  readonly ask?: ((method: string, params: readonly unknown[]) => readonly unknown[]) | undefined;
  readonly fate?: ((method: string, params: readonly unknown[]) => Fate) | undefined;
  /** Changes what the node answered. */
  readonly lie?:
    | ((method: string, result: unknown, params: readonly unknown[]) => unknown)
    | undefined;
}

export interface RpcProxy {
  readonly url: string;
  /** How often each fate was met. */
  readonly met: Map<Fate, number>;
  close(): Promise<void>;
}

/** Stands between a poster and its node, and does not always do what it should. */
export async function startProxy(node: string, mischief: Mischief): Promise<RpcProxy> {
  const met = new Map<Fate, number>();
  const server = createServer((request, response) => {
    void answer(node, mischief, met, request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    met,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function answer(
  node: string,
  { before, fate: fateOf, refuse, ask, lie }: Mischief,
  met: Map<Fate, number>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const rpc = JSON.parse(await readBody(request)) as Rpc;
  const { id, method, params } = rpc;
  await before?.();
  const error = refuse?.(method, params);
  if (error !== undefined) return reply(response, { jsonrpc: "2.0", id, error });
  const body = JSON.stringify({ ...rpc, params: ask?.(method, params) ?? params });
  const fate = fateOf?.(method, params) ?? "fine";
  met.set(fate, (met.get(fate) ?? 0) + 1);
  if (fate === "lost") return void request.socket.destroy();
  if (fate === "doubled") await forward(node, body);
  if (fate === "late") await sleep(30);
  const answered = await forward(node, body);
  if (fate === "unanswered") return void request.socket.destroy();
  if ("result" in answered && lie !== undefined) {
    answered.result = lie(method, answered.result, params);
  }
  reply(response, answered);
}

function reply(response: ServerResponse, answer: object): void {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify(answer));
}

async function forward(node: string, body: string): Promise<{ result?: unknown }> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(node, { method: "POST", headers, body });
  return (await response.json()) as { result?: unknown };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
