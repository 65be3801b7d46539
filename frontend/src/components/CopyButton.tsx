import { type ReactElement, useEffect, useState } from "react";
import { Icon } from "./Icon";

type Copied = "no" | "yes" | "failed";

const SHOWN_FOR = 2_000;
const LABELS: Record<Copied, string> = { no: "", yes: "Copied", failed: "Could not be copied" };

/** Puts a text on the clipboard and says so. */
export function CopyButton({ text, what }: { text: string; what: string }): ReactElement {
  const [copied, setCopied] = useState<Copied>("no");
  useEffect(() => {
    if (copied === "no") return;
    const timer = setTimeout(() => setCopied("no"), SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [copied]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setCopied("yes");
    } catch {
      setCopied("failed");
    }
  }

  return (
    <button
      aria-label={`Copy ${what}`}
      className="inline-grid size-6 place-items-center rounded text-muted hover:bg-raised hover:text-ink"
      onClick={copy}
      title={LABELS[copied] || `Copy ${what}`}
      type="button"
    >
      <Icon
        className="size-3.5"
        name={copied === "yes" ? "check" : copied === "failed" ? "cross" : "copy"}
      />
      <span aria-live="polite" className="sr-only">
        {LABELS[copied]}
      </span>
    </button>
  );
}
