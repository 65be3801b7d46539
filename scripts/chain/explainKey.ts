/** What to do about a key or an address of a network that is not set, or not to be used; undefined for other errors. */
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
  // What Hardhat's signing library says of one that has another length, or is no number of the curve.
  if (/Field\.fromBytes|invalid (?:private|secret) key/i.test(message)) {
    const name = `${network.toUpperCase()}_PRIVATE_KEY`;
    return `A private key of the network "${network}" is none: 0x and 64 hexadecimal digits. Set it anew with "npx hardhat keystore set --force ${name}", or in the environment.`;
  }
  if (/Invalid URL/.test(message)) {
    return `The url of the network "${network}" is none: http://… or https://…, as its provider gives it. It stands in hardhat.config.ts, or in LOCALHOST_RPC_URL for localhost.`;
  }
  return undefined;
}
