import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { printable } from "../../../../core/text/printable.ts";
import type { Chain } from "../../../chain/openChain.ts";
import { openNamedProgram } from "../../../chain/openNamedProgram.ts";
import { tryToLock } from "../../../files/store/tryToLock.ts";
import { createProgress } from "../../../Progress.ts";
import { Outbox } from "../../../reporting/notices/Outbox.ts";
import { readSubscriptions } from "../../../reporting/notices/readSubscriptions.ts";
import { runNotices, watchNotices } from "../../../reporting/notices/runNotices.ts";
import { command } from "../../command.ts";
import { requireConfirmations } from "../../requireConfirmations.ts";
import { stopSignal } from "../../stopSignal.ts";

/** Milliseconds between two looks at the chain. */
const PAUSE = { development: 500, live: 5_000 };
/** Deliveries that were given up are named up to this many. */
const SHOWN = 20;

/** `notices run`: tells partners what happened to them, by signed webhooks and e-mail. */
export default command<
  "program" | "subscriptions" | "store" | "confirmations",
  "watch" | "retry" | "local"
>(async (chain, options) => {
  const file = requireOption("subscriptions", options.subscriptions, "who is told what");
  const store = requireOption("store", options.store, "a file that remembers what was sent");
  const subscriptions = await readSubscriptions(file, options.local);
  const confirmations = requireConfirmations(chain, options.confirmations);
  const program = await openNamedProgram(chain, options);
  const lock = lockStore(store);
  const outbox = Outbox.open(store);
  try {
    if (options.retry) outbox.retry();
    const parameters = {
      ...{ ...subscriptions, outbox, confirmations, isLocal: options.local },
      ...{ progress: createProgress(), now: () => Math.floor(Date.now() / 1_000) },
    };
    const done = options.watch
      ? await watchNotices(program, parameters, pauseOn(chain), stopSignal())
      : await runNotices(program, parameters);
    return toOutput(program.address, outbox, { ...done, block: Number(done.block) });
  } finally {
    outbox.close();
    lock.release();
  }
});

function lockStore(store: string) {
  const lock = tryToLock(store, "store");
  if (lock !== undefined) return lock;
  throw new TributaryError(`Another run is at work on ${store}.`, {
    todo: "Wait until it ends, or stop it; then run this again. Nothing is lost.",
  });
}

function pauseOn({ instance }: Chain): number {
  return instance === undefined ? PAUSE.live : PAUSE.development;
}

function toOutput(
  program: string,
  outbox: Outbox,
  done: { block: number; noticed: number; sent: number; failed: number },
) {
  const waiting = outbox.count("waiting");
  const givenUp = outbox.count("given up");
  const lost = outbox.givenUp(SHOWN);
  const names = lost.map(
    ({ id, subscription, type, attempts, why }) =>
      `\n  ${id}, ${type} to ${printable(subscription)}, after ${attempts} attempts: ${printable(why)}`,
  );
  const end =
    givenUp === 0 ? "" : ` Given up: ${givenUp}; --retry tries them again.${names.join("")}`;
  return {
    json: { program, ...done, waiting, givenUp, lost },
    text: `Up to block ${done.block}: ${done.noticed} new notices, ${done.sent} sent, ${done.failed} failed, ${waiting} waiting.${end}`,
    failed: givenUp > 0,
  };
}
