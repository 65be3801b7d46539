const MILLIONTHS = 1_000_000n;

/** An amount in the terms, which count in millionths of a currency. */
export function formatMicro(amount: bigint): string {
  const rest = amount % MILLIONTHS;
  const digits = rest === 0n ? "" : `.${`${rest}`.padStart(6, "0").replace(/0+$/, "")}`;
  return `${(amount / MILLIONTHS).toLocaleString("en")}${digits}`;
}
