import type { Books } from "../../../core/ledger/Books.ts";
import { termsAt } from "../../../core/ledger/termsAt.ts";
import { didYouMean } from "../../../core/text/didYouMean.ts";
import { printable } from "../../../core/text/printable.ts";
import type { Progress } from "../../Progress.ts";
import type { Subscription } from "./Subscription.ts";
import { walletsOf } from "./walletsOf.ts";

/**
 * Warns of each subscription whose partner the program does not know: it may be enrolled later, or be a slip of the pen.
 * @param warned The names that were warned of already; those that are now are added.
 */
export function warnOfUnknown(
  books: Books,
  time: number,
  subscriptions: readonly Subscription[],
  warned: Set<string>,
  progress: Progress,
): void {
  for (const subscription of subscriptions) {
    const { partner } = subscription;
    if (partner === undefined || warned.has(partner)) continue;
    if (walletsOf(books, time, subscription)?.length !== 0) continue;
    warned.add(partner);
    const names = [...books.members.values(), ...termsAt(books, time).standing].map(printedName);
    progress.note(
      `Warning: the program knows no partner, pool or standing line called "${printable(partner)}"${didYouMean(partner, names)}. Nothing is told to its subscription until there is one; correct the name if it is another.`,
    );
  }
}

function printedName({ name }: { readonly name: string }): string {
  return printable(name);
}
