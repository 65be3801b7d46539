/** `⌈a ÷ b⌉` of whole numbers. */
export function ceilDiv(a: bigint, b: bigint): bigint {
  return (a + b - 1n) / b;
}
