import { type ReactElement, type ReactNode, useId } from "react";

interface Props {
  title: string;
  hint?: ReactNode;
  tools?: ReactNode;
  children: ReactNode;
}

/** A part of a page under its heading. */
export function Card({ title, hint, tools, children }: Props): ReactElement {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="min-w-0 rounded-2xl border border-line bg-surface p-5 sm:p-8"
    >
      <div className="mb-6 flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="min-w-0">
          <h2 className="text-lg font-semibold tracking-tight" id={id}>
            {title}
          </h2>
          {hint !== undefined && <p className="mt-1 max-w-prose text-sm text-muted">{hint}</p>}
        </div>
        {tools}
      </div>
      {children}
    </section>
  );
}
