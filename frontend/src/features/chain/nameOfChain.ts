import type { ListedChain } from "../../lib/site/SiteList";
import { chainOf } from "./chainOf";

/** What a listed chain is called. */
export function nameOfChain({ id }: Pick<ListedChain, "id">): string {
  return id === undefined ? "this site’s chain" : chainOf(id, []).name;
}
