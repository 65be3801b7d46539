import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { DatabaseSync } from "node:sqlite";
import Stripe from "stripe";
import { TributaryError } from "../../../core/TributaryError.ts";
import type { KeptFields } from "../facts/KeptFields.ts";
import { type Stored, storeEvent } from "../store/storeEvent.ts";
import { storeUnread } from "../store/storeUnread.ts";
import { parseStripeEvent } from "../stripe/parseStripeEvent.ts";
import type { StripeEvent } from "../stripe/StripeEvent.ts";

/** Where Stripe sends events to. */
const WEBHOOK_PATH = "/stripe";

/** Stripe's own events are far below it. */
const MOST_BYTES = 1 << 20;

/** Seconds by which a signature may be old: Stripe's default, against replays. */
const TOLERANCE = 300;

/** Milliseconds in which a request has to be whole, and after which those that are not are looked for. */
const PATIENCE = 10_000;
const LOOK = 500;

/** Milliseconds that what has begun has to end in once the endpoint closes; what is cut off was not answered, and comes again. */
const GRACE = 2_000;

export interface WebhookParameters {
  readonly store: DatabaseSync;
  /** The endpoint's signing secret. */
  readonly secret: string;
  readonly keep: KeptFields;
  readonly host: string;
  /** 0 for any that is free. */
  readonly port: number;
  /** Told of each event once it is stored and before it is answered, and of each refusal: nothing of the event but its type. */
  readonly onEvent: (type: string, outcome: Stored | "ignored" | "refused") => void;
}

export interface Webhook {
  readonly url: string;
  /** Takes no more, and ends when what it has begun is answered, or within seconds. */
  close(): Promise<void>;
}

/** What a request is answered with. */
interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Serves the endpoint: what it answers 200 to is stored, and to anything else Stripe tries again. */
export async function serveWebhook(parameters: WebhookParameters): Promise<Webhook> {
  const server = createServer({ connectionsCheckingInterval: LOOK }, (request, response) => {
    answer(request, parameters)
      .catch((): Answer => ({ status: 500, text: "it could not be stored" }))
      .then(({ status, text }) => send(response, status, text));
  });
  server.requestTimeout = PATIENCE;
  server.headersTimeout = PATIENCE;
  await listen(server, parameters);
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://${parameters.host}:${port}${WEBHOOK_PATH}`,
    close: () =>
      new Promise((resolve) => {
        const cutOff = setTimeout(() => server.closeAllConnections(), GRACE);
        server.close(() => {
          clearTimeout(cutOff);
          resolve();
        });
        server.closeIdleConnections();
      }),
  };
}

async function answer(request: IncomingMessage, parameters: WebhookParameters): Promise<Answer> {
  if (request.url !== WEBHOOK_PATH) return { status: 404, text: "there is nothing here" };
  if (request.method !== "POST") return { status: 405, text: "send a POST" };
  const { onEvent, keep, store } = parameters;
  const body = await readBody(request);
  if (body === undefined) {
    onEvent("", "refused");
    return { status: 413, text: `an event of at most ${MOST_BYTES} bytes` };
  }
  const event = verify(body, request.headers["stripe-signature"], parameters.secret);
  if (event === undefined) {
    onEvent("", "refused");
    return {
      status: 400,
      text: "no event, or its signature is not of this endpoint's secret, or too old",
    };
  }
  const facts = parseStripeEvent(event, keep);
  if (facts === undefined) {
    storeUnread(store, event);
    onEvent(event.type, "ignored");
    return { status: 200, text: "of a kind that is not read" };
  }
  const stored = storeEvent(store, event, facts, Math.floor(Date.now() / 1_000));
  onEvent(event.type, stored);
  return { status: 200, text: stored === "new" ? "stored" : "known already" };
}

/** The raw body, as the signature is over its bytes; undefined where it is too long. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  if (Number(request.headers["content-length"] ?? 0) > MOST_BYTES) return undefined;
  for await (const chunk of request) {
    chunks.push(chunk);
    length += chunk.length;
    if (length > MOST_BYTES) return undefined;
  }
  return Buffer.concat(chunks);
}

function verify(
  body: Buffer,
  signature: string | string[] | undefined,
  secret: string,
): StripeEvent | undefined {
  if (typeof signature !== "string") return undefined;
  try {
    const event: StripeEvent | null = Stripe.webhooks.constructEvent(
      ...([body, signature, secret, TOLERANCE] as const),
    );
    return typeof event?.data?.object === "object" ? event : undefined;
  } catch {
    return undefined;
  }
}

function send(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    // After a refusal the rest of the body is not waited for.
    ...(status === 413 ? { connection: "close" } : {}),
  });
  response.end(`${text}\n`);
}

function listen(server: Server, { host, port }: WebhookParameters): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      const todo = "Give another with --port or --host.";
      reject(
        new TributaryError(`The endpoint cannot listen on ${host}:${port} (${error.code}).`, {
          todo,
        }),
      );
    });
    server.listen(port, host, resolve);
  });
}
