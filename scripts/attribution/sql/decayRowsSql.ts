import { DECAY_STEPS, decayTable, MOST_HALVINGS } from "../models/decayTable.ts";

/** More than any product of two factors. */
const BEYOND = 2 ** 53;

/** Fills `decay(step, coarse, fine, divisor)`, whole numbers of 64 bits, of which a model with decay reads its factors. */
export function decayRowsSql(): string {
  const { coarse, fine, divisors } = decayTable();
  const rows = Array.from({ length: DECAY_STEPS }, (_, step) => {
    const divisor = step <= MOST_HALVINGS ? divisors[step] : BEYOND;
    return `(${step}, ${coarse[step]}, ${fine[step]}, ${divisor})`;
  });
  return `INSERT INTO decay VALUES ${rows.join(", ")}`;
}
