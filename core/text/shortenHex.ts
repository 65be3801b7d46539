/** The first and last digits of an address or a hash: “0x1234…abcd”. */
export function shortenHex(hex: string): string {
  return hex.length <= 14 ? hex : `${hex.slice(0, 6)}…${hex.slice(-4)}`;
}
