import type { ReactElement } from "react";
import { Icon } from "../../components/Icon";
import { hostOf } from "../../lib/site/hostOf";
import type { Site } from "../../lib/site/Site";
import { ListedNodeLink } from "./ListedNodeLink";

/** Stays in sight while the page reads from a node that only the link names. */
export function ForeignNodeBanner({ site }: { site: Site }): ReactElement | null {
  const [rpcUrl] = site.nodes;
  if (!site.isForeign || rpcUrl === undefined) return null;
  return (
    <aside
      aria-label="The node of this page"
      className="flex flex-wrap items-center justify-center gap-x-4 gap-y-1 border-b border-line bg-warn-soft px-4 py-2 text-sm text-warn wrap-anywhere"
    >
      <span className="inline-flex items-center gap-2">
        <Icon name="warning" />
        <span>
          All that this page shows is what <strong>{hostOf(rpcUrl)}</strong> says, a node that this
          site does not list.
        </span>
      </span>
      <ListedNodeLink site={site} />
    </aside>
  );
}
