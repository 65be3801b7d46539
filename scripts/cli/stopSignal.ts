const SAME_STOP_MS = 1_000;

/**
 * Fires at Ctrl-C, or when whoever runs this process ends it; the round under way goes on. Another one ends it at once, but
 * not within a second: npm and npx pass a signal on that the terminal has sent already.
 */
export function stopSignal(): AbortSignal {
  const controller = new AbortController();
  let since = 0;
  for (const [signal, status] of [["SIGINT", 130] as const, ["SIGTERM", 143] as const]) {
    process.on(signal, () => {
      if (!controller.signal.aborted) {
        since = performance.now();
        controller.abort();
      } else if (performance.now() - since > SAME_STOP_MS) process.exit(status);
    });
  }
  return controller.signal;
}
