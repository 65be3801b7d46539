/** What to do about a key of a network that is not set, or not to be used; undefined for other errors. */
export function explainKey(message: string, network: string): string | undefined {
  // In the environment and the keystore, or in the one that tests use.
  const [, missing] =
    /HHE\d+: (?:Configuration Variable|Key) "(\w+)" not found/.exec(message) ?? [];
  if (missing !== undefined) {
    return `The network "${network}" needs ${missing}, which is set nowhere. Keep it in the encrypted keystore with "npx hardhat keystore set ${missing}", or put it into the environment.`;
  }
  const [, wrong] = /HHE28: .*"(\w+)"/.exec(message) ?? [];
  if (wrong !== undefined) {
    return `${wrong} of the network "${network}" is no URL. Set it anew with "npx hardhat keystore set --force ${wrong}", or in the environment: https://… as the RPC's provider gives it.`;
  }
  return undefined;
}
