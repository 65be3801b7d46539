import type { ReactElement, ReactNode } from "react";

/** A list that has nothing in it yet. */
export function Empty({ children }: { children: ReactNode }): ReactElement {
  return (
    <p className="rounded-xl border border-dashed border-line px-4 py-8 text-center text-sm text-muted">
      {children}
    </p>
  );
}
