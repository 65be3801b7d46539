import { createServer } from "node:net";
import { TributaryError } from "../../../core/TributaryError.ts";

const TRIES = 100;

/** The first free port of this machine from `first` on; for 0, any. */
export async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + TRIES && port < 65_536; port++) {
    const free = await tryPort(port);
    if (free !== undefined) return free;
  }
  throw new TributaryError(`All ports from ${first} to ${first + TRIES - 1} are taken.`, {
    todo: "End what listens on one of them, then run this again.",
  });
}

/** The port, where nothing listens on it yet. */
export function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen(port, "127.0.0.1", () => {
      const address = server.address();
      const found = typeof address === "object" ? address?.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
