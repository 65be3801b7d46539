import type { Delivery, DeliveryAttempt } from "./Delivery.ts";
import type { Outbox } from "./Outbox.ts";

const MINUTE = 60;
const HOUR = 60 * MINUTE;
/** How long after each failed attempt the next one follows, in seconds; after the last a delivery is given up. */
export const RETRIES = [5, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
/** Subscriptions that are delivered to at once. */
const AT_ONCE = 8;
/** A subscription whose deliveries failed this often in one round is left alone until the next. */
const PATIENCE = 3;

export interface Delivered {
  readonly sent: number;
  readonly failed: number;
  readonly givenUp: number;
}

/**
 * Sends all deliveries that are due, each subscription's in order. A delivery is marked after it was sent: a crash in between sends
 * it once more with the same id.
 */
export async function sendDeliveries(
  outbox: Outbox,
  subscriptions: readonly string[],
  send: (delivery: Delivery) => Promise<DeliveryAttempt>,
  now: () => number,
): Promise<Delivered> {
  const sum = { sent: 0, failed: 0, givenUp: 0 };
  const waiting = [...subscriptions];
  const work = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift())
      await deliverTo(outbox, one, send, now, sum);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return sum;
}

async function deliverTo(
  outbox: Outbox,
  subscription: string,
  send: (delivery: Delivery) => Promise<DeliveryAttempt>,
  now: () => number,
  sum: { sent: number; failed: number; givenUp: number },
): Promise<void> {
  const begun = now();
  for (let failures = 0; failures < PATIENCE; ) {
    const delivery = outbox.nextOf(subscription, begun);
    if (delivery === undefined) return;
    const attempt = await send(delivery);
    if (attempt.outcome === "sent") {
      outbox.markSent(delivery.id);
      sum.sent += 1;
      continue;
    }
    failures += 1;
    const wait = attempt.outcome === "refused" ? undefined : RETRIES[delivery.attempts];
    if (wait === undefined) {
      outbox.giveUp(delivery.id, attempt.why);
      sum.givenUp += 1;
    } else {
      outbox.markFailed(delivery.id, attempt.why, now() + wait);
      sum.failed += 1;
    }
  }
}
