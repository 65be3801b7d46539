/** "12.5 %" of 125,000 parts per million. */
export function formatPercentage(ppm: number): string {
  const whole = Math.floor(ppm / 10_000);
  const decimals = String(ppm % 10_000)
    .padStart(4, "0")
    .replace(/0+$/, "");
  return `${whole}${decimals === "" ? "" : `.${decimals}`} %`;
}
