const MOST = 2 ** 32;
const PLACES = 6;

/**
 * Weights as whole numbers in the same proportions: decimals of up to six places are scaled together. The entries that
 * are no weights above 0 are undefined; all are where they do not fit the 32 bits of a weight.
 */
export function parseWeights(texts: readonly string[]): (number | undefined)[] {
  const matches = texts.map((text) => /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(text));
  const places = Math.max(0, ...matches.map((match) => trimmed(match?.[2]).length));
  return matches.map((match) => {
    if (match === null || places > PLACES) return undefined;
    const weight = Number(`${match[1]}${trimmed(match[2]).padEnd(places, "0")}`);
    return weight > 0 && weight < MOST ? weight : undefined;
  });
}

function trimmed(decimals = ""): string {
  return decimals.replace(/0+$/, "");
}
