import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { Webhook } from "standardwebhooks";

/** A secret that only tests use. */
export const SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

export interface Message {
  readonly type: string;
  readonly timestamp: string;
  readonly data: Readonly<Record<string, unknown>>;
}

export interface Received {
  readonly id: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** What the library says was signed. */
  readonly message: Message;
}

/** Who gets webhooks: it verifies each with the library, keeps it, and answers as it is told to. */
export interface Receiver {
  readonly url: string;
  readonly received: Received[];
  /** The next answer's status, by what is received; 200 by default. Undefined for no answer at all. */
  answer: (received: Received) => { status: number; location?: string } | undefined;
  close(): Promise<void>;
}

export async function startReceiver(): Promise<Receiver> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const text = Buffer.concat(chunks).toString();
    const headers = request.headers as Record<string, string>;
    const message = new Webhook(SECRET).verify(text, headers) as Message;
    const one = {
      ...{ id: headers["webhook-id"] ?? "", path: request.url ?? "", headers: request.headers },
      ...{ text, message },
    };
    receiver.received.push(one);
    const answer = receiver.answer(one);
    if (answer === undefined) return;
    const { status, location } = answer;
    response.writeHead(status, location === undefined ? {} : { location });
    response.end("thanks");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    url: `http://localhost:${port}`,
    received: [],
    answer: () => ({ status: 200 }),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
  return receiver;
}
