/** Runs a function with standard output closed to all but this project: what Hardhat and its plugins print goes to standard error. */
export async function withQuietOutput<Result>(run: () => Promise<Result>): Promise<Result> {
  const write = process.stdout.write;
  process.stdout.write = process.stderr.write.bind(process.stderr) as typeof process.stdout.write;
  try {
    return await run();
  } finally {
    process.stdout.write = write;
  }
}
