import { printable } from "../../../core/text/printable.ts";
import type { DifferingSale } from "./findDiffering.ts";

/** What is posted otherwise than the file says, for people: nothing where all agrees. */
export function describeDiffering(differing: readonly DifferingSale[]): string[] {
  if (differing.length === 0) return [];
  return [
    `${differing.length} are posted already, but not as the file has them; nothing was sent for them:`,
    ...differing.map(({ line, name, fields }) => {
      const found = fields.map(({ field, file, posted }) =>
        posted === undefined
          ? `${field} "${file}", but others or other parts were posted`
          : `${field} "${file}", posted as "${posted}"`,
      );
      return `  ${printable(`line ${line}, ${name}: ${found.join("; ")}`)}`;
    }),
    "They stay as they were posted. Put the file right, or refund them and post them under new ids.",
  ];
}
