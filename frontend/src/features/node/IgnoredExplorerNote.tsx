import type { ReactElement } from "react";
import { Notice } from "../../components/Notice";
import { hostOf } from "../../lib/site/hostOf";

interface Props {
  ignored: string | undefined;
  explorer: string | undefined;
}

/** Says that the link's block explorer is not used. */
export function IgnoredExplorerNote({ ignored, explorer }: Props): ReactElement | null {
  if (ignored === undefined) return null;
  return (
    <Notice title="The link’s block explorer is not used" tone="warn">
      The link names {ignored}, which is no https address of a host that this site lists.{" "}
      {explorer === undefined
        ? "Addresses and transactions lead nowhere."
        : `Addresses and transactions lead to ${hostOf(explorer)}.`}
    </Notice>
  );
}
