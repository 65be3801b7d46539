import { counted } from "../../../core/text/counted.ts";
import { printable } from "../../../core/text/printable.ts";
import type { ToldDuplicate } from "./tellDuplicates.ts";

const REMEDIES: Readonly<Record<ToldDuplicate["remedy"], string>> = {
  void: "anyone can make it void",
  dispute: "anyone can have it frozen for the arbiter",
  waits: "the arbiter has it",
  decided: "the arbiter has decided of it",
  locked: "it is final",
};

const MOST = 5;

/** Sales that were posted twice, in words. */
export function describeDuplicates(duplicates: readonly ToldDuplicate[]): string[] {
  if (duplicates.length === 0) return [];
  const some = duplicates.slice(0, MOST).map(({ sale, standing, duplicate, remedy }) => {
    const [first, second] = [standing, duplicate].map(
      ([batch, place]) => `place ${place} of batch ${batch}`,
    );
    return `${printable(sale)}, at ${second} after ${first}: ${REMEDIES[remedy]}`;
  });
  const more = duplicates.length > MOST ? "; and more" : "";
  return [
    `${counted(duplicates.length, "sale has", "sales have")} the id of another one (${some.join("; ")}${more}).`,
  ];
}
