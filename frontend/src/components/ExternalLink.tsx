import type { ReactElement, ReactNode } from "react";
import { Icon } from "./Icon";

interface Props {
  href: string;
  /** What it leads to, where the text alone does not say. */
  label?: string;
  children: ReactNode;
}

/** A link that leaves the site, in a tab of its own that knows nothing of this one. */
export function ExternalLink({ href, label, children }: Props): ReactElement {
  return (
    <a
      className="inline-flex items-center gap-1 text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
      href={href}
      rel="noopener noreferrer"
      target="_blank"
    >
      {children}
      <Icon className="size-3.5" name="external" />
      <span className="sr-only">{label === undefined ? "(new tab)" : `– ${label} (new tab)`}</span>
    </a>
  );
}
