import { lookup as resolveName } from "node:dns";
import { type RequestOptions, request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Webhook } from "standardwebhooks";
import { mayConnect } from "./addresses.ts";
import type { Delivery, DeliveryAttempt } from "./Delivery.ts";
import type { WebhookTarget } from "./Subscription.ts";

/** From the first byte to the answer's. */
const PATIENCE = 15_000;
const GONE = 410;

/**
 * Posts a delivery to a webhook, signed as Standard Webhooks has it. Only public addresses are connected to, whatever a name
 * resolves to; redirects are not followed; the answer's body is not read.
 */
export async function sendWebhook(
  { url, secrets }: WebhookTarget,
  { id, body }: Delivery,
  isLocal: boolean,
  patience = PATIENCE,
): Promise<DeliveryAttempt> {
  const now = new Date();
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, now, body));
  const headers = {
    "content-type": "application/json",
    "content-length": `${Buffer.byteLength(body)}`,
    "user-agent": "Tributary",
    "webhook-id": id,
    "webhook-timestamp": `${Math.floor(now.getTime() / 1_000)}`,
    "webhook-signature": signatures.join(" "),
  };
  try {
    const signal = AbortSignal.timeout(patience);
    const status = await post(url, { headers, signal, lookup: lookupFor(isLocal) }, body, isLocal);
    if (status >= 200 && status < 300) return { outcome: "sent" };
    if (status === GONE) return { outcome: "refused", why: "it says it is gone (410)" };
    const redirect = status >= 300 && status < 400 ? "; redirects are not followed" : "";
    return { outcome: "failed", why: `it answered ${status}${redirect}` };
  } catch (error) {
    return { outcome: "failed", why: explain(error, patience) };
  }
}

/** Returns the answer's status. */
function post(url: URL, options: RequestOptions, body: string, isLocal: boolean): Promise<number> {
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  // A numeric address is connected to without being looked up.
  if (isIP(host) !== 0 && !mayConnect(host, isLocal)) throw new PrivateAddressError(host);
  const send = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const request = send(url, { ...options, method: "POST", agent: false }, (response) => {
      response.destroy();
      resolve(response.statusCode ?? 0);
    });
    request.on("error", reject);
    request.end(body);
  });
}

/** Looks a name up and lets only addresses through that may be connected to. */
function lookupFor(isLocal: boolean): LookupFunction {
  return (host, options, callback) => {
    resolveName(host, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, "", 0);
      const refused = addresses.find(({ address }) => !mayConnect(address, isLocal));
      const [first] = addresses;
      if (refused !== undefined || first === undefined)
        return callback(new PrivateAddressError(refused?.address ?? host), "", 0);
      if (options.all === true) return callback(null, addresses);
      callback(null, first.address, first.family);
    });
  };
}

class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";

  constructor(address: string) {
    super(`${address} is no public address`);
  }
}

function explain(error: unknown, patience: number): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === "TimeoutError" || error.name === "AbortError")
    return `it did not answer within ${patience / 1_000} seconds`;
  const { code } = error as NodeJS.ErrnoException;
  return code === undefined || error.message.includes(code)
    ? error.message
    : `${code}: ${error.message}`;
}
