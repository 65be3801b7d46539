import { createServer, type IncomingMessage } from "node:http";

export interface Call {
  readonly id: number;
  readonly method: string;
  readonly params?: readonly unknown[];
}

export interface RunningNode {
  readonly url: string;
  /** As the page names it. */
  readonly host: string;
  /** What it was asked. */
  readonly asked: Call[];
  readonly stop: () => Promise<void>;
}

type Answer = { readonly result?: unknown; readonly error?: unknown };

/**
 * A node at an address of its own that passes every question on to the chain's and may answer otherwise.
 *
 * @param lie Gets each question and the true answer; undefined leaves it as it is.
 */
export async function startNode(
  rpcUrl: string,
  lie: (call: Call, answer: Answer) => Answer | undefined = () => undefined,
): Promise<RunningNode> {
  const asked: Call[] = [];
  const server = createServer(async (request, response) => {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-headers", "content-type");
    if (request.method === "OPTIONS") return response.end();
    const body = await bodyOf(request);
    const answer = await fetch(rpcUrl, {
      ...{ method: "POST", body, headers: { "content-type": "application/json" } },
    });
    const calls: Call | Call[] = JSON.parse(body);
    const answers = await answer.json();
    const alter = (call: Call, truth: Answer): object => {
      asked.push(call);
      const { result, error } = lie(call, truth) ?? truth;
      return { jsonrpc: "2.0", id: call.id, ...(error === undefined ? { result } : { error }) };
    };
    const told = Array.isArray(calls)
      ? calls.map((call) =>
          alter(
            call,
            answers.find(({ id }: Call) => id === call.id),
          ),
        )
      : alter(calls, answers);
    response.setHeader("content-type", "application/json");
    return response.end(JSON.stringify(told));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const host = `127.0.0.1:${port}`;
  return {
    ...{ url: `http://${host}`, host, asked },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
}
