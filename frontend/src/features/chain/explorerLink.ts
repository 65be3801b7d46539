/** Where an explorer shows an address or a transaction, if there is one. */
export function explorerLink(
  explorer: string | undefined,
  what: "address" | "tx",
  hex: string,
): string | undefined {
  return explorer === undefined ? undefined : `${explorer}/${what}/${hex}`;
}
