import { type ReactElement, useEffect, useState } from "react";

const SLOW_AFTER = 8_000;

/** Waiting for an answer; says so when it takes long. Whoever shows it bounds the wait. */
export function Waiting({ what }: { what: string }): ReactElement {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), SLOW_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="flex items-center gap-3 py-6 text-sm text-muted" role="status">
      <span
        aria-hidden="true"
        className="size-4 animate-spin rounded-full border-2 border-line border-t-accent"
      />
      {isSlow ? `${what} takes longer than usual. The node is slow to answer.` : `${what} …`}
    </div>
  );
}
