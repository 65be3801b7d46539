import { TributaryError } from "../../../core/TributaryError.ts";
import { counted } from "../../../core/text/counted.ts";
import type { ItemKind } from "./Item.ts";
import { itemsIn } from "./itemsIn.ts";
import type { Posting } from "./Posting.ts";

/**
 * Nothing is planned beside what somebody else was given and may still do, unless that is given up. Should it be done after all,
 * the program takes only one of the two: a batch names its lane's head, a refund the refunds of its sale before it.
 */
export function refuseHandedOut({ journal, progress, again }: Posting, kind: ItemKind): void {
  const purpose = kind === "sale" ? "post" : "refund";
  const open = journal.handedOut().filter((one) => one.purpose === purpose);
  const [first] = open;
  if (first === undefined) return;
  const told = counted(open.flatMap(itemsIn).length, kind);
  if (again) {
    for (const transaction of open) journal.failed(transaction, "withdrawn", undefined);
    progress.note(
      `What was handed out to ${first.account} before (${told}) is given up. Throw the earlier calls away: should they be made after all, the program takes one of the two and refuses the other.`,
    );
    return;
  }
  throw new TributaryError(
    `Calls that were handed out to ${first.account} (${told}) are not on the chain.`,
    {
      todo: "Have these calls made, then run this again: it goes on behind them. Where they will never be made, run it with --again, which gives them up.",
    },
  );
}
