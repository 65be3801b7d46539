import type { Segment } from "../deal/segmentAt.ts";

/** The revenue of a kind in a segment goes by it. */
export function bucketKey({ start }: Segment, kind: number): string {
  return `${start}/${kind}`;
}
