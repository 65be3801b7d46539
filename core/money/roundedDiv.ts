/** `a ÷ b` of whole numbers not below 0, to the nearest whole number; a half goes up. */
export function roundedDiv(a: bigint, b: bigint): bigint {
  return (2n * a + b) / (2n * b);
}
