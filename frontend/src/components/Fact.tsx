import type { ReactElement, ReactNode } from "react";

interface Props {
  term: string;
  hint?: string;
  children: ReactNode;
}

/** One thing to know under its name, in a list of such. */
export function Fact({ term, hint, children }: Props): ReactElement {
  return (
    <div className="min-w-0">
      <dt className="text-muted">
        <span className="font-medium text-ink">{term}</span>
        {hint !== undefined && <span className="block text-xs">{hint}</span>}
      </dt>
      <dd className="mt-1 wrap-anywhere">{children}</dd>
    </div>
  );
}
