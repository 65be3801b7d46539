import type { ReactElement, ReactNode } from "react";

/** Numbers that matter, side by side where there is room. */
export function Figures({ children }: { children: ReactNode }): ReactElement {
  return (
    <dl className="grid grid-cols-1 gap-px overflow-hidden rounded-xl border border-line bg-line sm:grid-cols-2 lg:grid-cols-3 lg:has-[>:nth-child(2):last-child]:grid-cols-2">
      {children}
    </dl>
  );
}
