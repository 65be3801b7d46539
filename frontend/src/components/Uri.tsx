import { printableName } from "@core/text/printableName";
import type { ReactNode } from "react";
import { ExternalLink } from "./ExternalLink";

/** A link only where it leads to a web page: anything else is text. */
export function Uri({ uri }: { uri: string }): ReactNode {
  if (uri === "") return "none given";
  const url = URL.canParse(uri) ? new URL(uri) : undefined;
  const isWeb = url !== undefined && ["http:", "https:"].includes(url.protocol);
  return isWeb ? (
    <ExternalLink href={url.href}>{printableName(uri)}</ExternalLink>
  ) : (
    printableName(uri)
  );
}
