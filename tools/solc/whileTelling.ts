const EVERY_MS = 10_000;

/** Says on standard error what goes on, and every ten seconds for how long: a compiler does not tell how far it is. */
export async function whileTelling<Result>(
  what: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1_000);
  process.stderr.write(`${what}: up to two minutes …\n`);
  const timer = setInterval(() => process.stderr.write(`  … ${seconds()} s\n`), EVERY_MS);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
