/** A chain's id, written in decimal digits. */
export function readChainNumber(text: string, field: string): number {
  const id = /^[0-9]+$/.test(text) ? Number(text) : 0;
  if (!Number.isSafeInteger(id) || id === 0) {
    throw new TypeError(`“${field}” is “${text}”. It must be a chain’s number, such as 8453.`);
  }
  return id;
}
