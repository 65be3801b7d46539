import type { ReactElement, ReactNode } from "react";

interface Props {
  label: string;
  children: ReactNode;
  hint?: ReactNode;
}

/** One number that matters, under its name. */
export function Figure({ label, children, hint }: Props): ReactElement {
  return (
    <div className="min-w-0 bg-surface p-5 sm:px-6">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="mt-1.5 text-xl font-semibold tracking-tight">
        {children}
        {hint !== undefined && (
          <span className="mt-1 block text-sm font-normal tracking-normal text-muted">{hint}</span>
        )}
      </dd>
    </div>
  );
}
