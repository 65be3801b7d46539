/** What a wallet answers instead of a result (EIP-1193). */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly code: number;

  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}
