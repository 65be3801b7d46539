import { printableName } from "@core/text/printableName";
import type { ReactNode } from "react";
import { readUri } from "../lib/site/readUri";
import { Badge } from "./Badge";
import { ExternalLink } from "./ExternalLink";

/** A link only where it leads to a web page, and to the one that it seems to: anything else is text. */
export function Uri({ uri }: { uri: string }): ReactNode {
  if (uri === "") return "none given";
  const { href, warning } = readUri(uri);
  const text = <bdi>{printableName(uri)}</bdi>;
  return (
    <>
      {href === undefined ? text : <ExternalLink href={href}>{text}</ExternalLink>}
      {warning !== undefined && (
        <>
          {" "}
          <Badge icon="warning" tone="warn">
            {warning}
          </Badge>
        </>
      )}
    </>
  );
}
