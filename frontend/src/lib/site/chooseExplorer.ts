import { hostOf } from "./hostOf";
import type { SiteList } from "./SiteList";

interface ChosenExplorer {
  /** Base address; undefined where the chain has none. */
  readonly explorer: string | undefined;
  /** The host that the link names and that is not taken. */
  readonly ignored: string | undefined;
}

/**
 * Where addresses and transactions are looked up. A link may name an https host that the site lists; any other is ignored, for it could show
 * whatever it likes.
 *
 * @param usual The chain's own: the list's, or the one that viem knows.
 */
export function chooseExplorer(
  asked: string | undefined,
  usual: string | undefined,
  { chains }: SiteList,
): ChosenExplorer {
  if (asked === undefined) return { explorer: usual, ignored: undefined };
  const known = [usual, ...chains.map(({ explorer }) => explorer)];
  const isKnown = known.some((one) => one !== undefined && hostOf(one) === hostOf(asked));
  if (isKnown && asked.startsWith("https://")) return { explorer: asked, ignored: undefined };
  return { explorer: usual, ignored: hostOf(asked) };
}
