/** A text with each address and hash in it as its first and last digits: “0x1234…abcd”. */
export function shortenHex(text: string): string {
  return text.replace(/0x[0-9a-f]{40,}/gi, (hex) => `${hex.slice(0, 6)}…${hex.slice(-4)}`);
}
