import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { describeUnread } from "../../../ingest/describeUnread.ts";
import { keptFieldsOf } from "../../../ingest/mapping/keptFieldsOf.ts";
import { readMapping } from "../../../ingest/mapping/readMapping.ts";
import { openStore } from "../../../ingest/store/openStore.ts";
import { readUnread } from "../../../ingest/store/readUnread.ts";
import { EVENT_TYPES } from "../../../ingest/stripe/parseStripeEvent.ts";
import { refuseWeakSecret } from "../../../ingest/webhook/refuseWeakSecret.ts";
import { serveWebhook } from "../../../ingest/webhook/serveWebhook.ts";
import { createProgress } from "../../../Progress.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";
import { readSecret } from "../../readSecret.ts";
import { requirePort } from "../../requirePort.ts";
import { untilStopped } from "../../untilStopped.ts";

const SECRET = "STRIPE_WEBHOOK_SECRET";

/** `sales webhook`: keeps what Stripe's events tell of payments, until it is stopped. */
export default chainlessCommand<"port" | "host" | "store" | "mapping">(async (options, hre) => {
  const port = requirePort("port", options.port);
  const path = requireOption("store", options.store, "the path of the store");
  const keep = keptFieldsOf(await readMapping(options.mapping));
  const secret = await readSecret(hre, SECRET);
  refuseWeakSecret(secret, SECRET);
  const store = openStore(path);
  const counts = { new: 0, known: 0, ignored: 0, refused: 0 };
  try {
    const webhook = await serveWebhook({
      ...{ store, secret, keep, port, host: options.host ?? "127.0.0.1" },
      onEvent: (_, outcome) => {
        counts[outcome] += 1;
      },
    });
    createProgress().note(
      `Listening for Stripe's events on ${webhook.url}; have it send ${EVENT_TYPES.join(", ")}.`,
    );
    await untilStopped();
    await webhook.close();
    const unread = readUnread(store);
    return {
      json: {
        url: webhook.url,
        stored: counts.new,
        known: counts.known,
        ignored: counts.ignored,
        refused: counts.refused,
        unread,
      },
      text: [
        `${counted(counts.new, "event")} stored, ${counts.known} known already, ${counts.ignored} of kinds that are not read, ${counts.refused} refused.`,
        ...describeUnread(unread),
      ].join("\n"),
    };
  } finally {
    store.close();
  }
});
