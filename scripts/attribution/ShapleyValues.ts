/** The value of each channel as an exact fraction: `parts[channel] / whole`. */
export interface ShapleyValues {
  readonly parts: readonly bigint[];
  readonly whole: bigint;
}
