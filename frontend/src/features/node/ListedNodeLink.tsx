import type { ReactElement } from "react";
import { hostOf } from "../../lib/site/hostOf";
import { listedHref } from "../../lib/site/listedHref";
import type { Site } from "../../lib/site/Site";

/** The way from a link's node to the site's own; to the start where it has none. */
export function ListedNodeLink({ site }: { site: Site }): ReactElement {
  const { chain, list } = site;
  const [only, ...others] = list.chains;
  const own = chain ?? (others.length === 0 ? only : undefined);
  const node = own?.nodes[0];
  return (
    <a className="font-semibold underline underline-offset-4" href={listedHref(window.location)}>
      {node === undefined ? "Go on without it" : `Use this site’s node, ${hostOf(node)}`}
    </a>
  );
}
