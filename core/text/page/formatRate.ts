const PPM_PER_PERCENT = 10_000;

/** A rate in parts per million as a percentage: 125000 → “12.5 %”. */
export function formatRate(ppm: number): string {
  const percent = ppm / PPM_PER_PERCENT;
  // Four decimals hold every whole number of ppm.
  return `${Number(percent.toFixed(4))}\u00a0%`;
}
