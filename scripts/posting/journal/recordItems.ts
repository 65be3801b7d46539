import type { Item, ItemKind } from "./Item.ts";
import type { Posting } from "./Posting.ts";

/** Takes the items of a file into the journal. */
export async function recordItems(
  { journal, observe }: Posting,
  kind: ItemKind,
  items: readonly Omit<Item, "kind">[],
): Promise<void> {
  journal.record(items.map(({ id, name }) => ({ kind, id, name })));
  await observe("seen");
}
