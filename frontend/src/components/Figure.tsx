import type { ReactElement, ReactNode } from "react";

interface Props {
  label: string;
  children: ReactNode;
  hint?: ReactNode;
}

/** One number that matters, under its name. There is room for one that takes two lines, whether it is known yet or not. */
export function Figure({ label, children, hint }: Props): ReactElement {
  return (
    <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-4 bg-surface px-5 py-3.5 sm:block sm:p-6">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="ml-auto text-right font-semibold tracking-tight sm:mt-1.5 sm:min-h-21 sm:text-left sm:text-xl [&_.unit]:text-[0.8em] [&_.unit]:font-medium">
        {children}
        {hint !== undefined && (
          <span className="mt-1 hidden text-sm font-normal tracking-normal text-muted sm:block">
            {hint}
          </span>
        )}
      </dd>
    </div>
  );
}
