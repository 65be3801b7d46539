const STATUSES = [
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

/**
 * Tidies up before the process ends, until the function that it returns is called. Ctrl-C, or whoever ends the process, ends it
 * with a sentence; where something else listens for that, it decides what happens.
 */
export function onStop(sentence: string, tidy: () => void): () => void {
  const stops = STATUSES.map(([signal, status]) => {
    const stop = () => {
      if (process.listenerCount(signal) > 1) return;
      tidy();
      // Below the terminal's "^C".
      process.stderr.write(`${sentence}\n`);
      process.exit(status);
    };
    process.on(signal, stop);
    return () => process.off(signal, stop);
  });
  // Ahead of what says a last word.
  process.prependOnceListener("exit", tidy);
  return () => {
    for (const off of stops) off();
    process.off("exit", tidy);
  };
}
