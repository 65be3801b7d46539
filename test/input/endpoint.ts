import { openStore } from "../../scripts/ingest/store/openStore.ts";
import { serveWebhook } from "../../scripts/ingest/webhook/serveWebhook.ts";
import { SECRET } from "./support.ts";

// A process of its own: `node endpoint.ts STORE [crash]`. With `crash` it ends, with no chance to do anything else, when
// it has stored an event and has not answered yet.

const [path = "", crash] = process.argv.slice(2);
const webhook = await serveWebhook({
  ...{ store: openStore(path), secret: SECRET, host: "127.0.0.1", port: 0 },
  keep: { customers: ["customer"], metadata: [] },
  onEvent: (_, outcome) => {
    if (crash === "crash" && outcome === "new") process.kill(process.pid, "SIGKILL");
  },
});
console.log(webhook.url);
