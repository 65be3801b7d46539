import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

type Tone = "info" | "good" | "warn" | "bad";

const TONES: Record<Tone, { icon: IconName; label: string; colours: string }> = {
  info: { icon: "info", label: "Note", colours: "bg-accent-soft text-accent-strong" },
  good: { icon: "check", label: "Done", colours: "bg-good-soft text-good" },
  warn: { icon: "warning", label: "Attention", colours: "bg-warn-soft text-warn" },
  bad: { icon: "warning", label: "Error", colours: "bg-bad-soft text-bad" },
};

interface Props {
  tone: Tone;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}

/** Something to know, told by words and a sign, not by colour alone. Read out when it appears. */
export function Notice({ tone, title, children, action }: Props): ReactElement {
  const { icon, label, colours } = TONES[tone];
  return (
    <div
      className={`flex flex-wrap items-start gap-x-3 gap-y-3 rounded-xl px-4 py-3 text-sm ${colours}`}
      role={tone === "bad" ? "alert" : "status"}
    >
      <Icon className="mt-0.5" name={icon} />
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-semibold">
          <span className="sr-only">{label}: </span>
          {title}
        </p>
        {children !== undefined && (
          <div className="mt-0.5 leading-relaxed wrap-anywhere text-ink">{children}</div>
        )}
      </div>
      {action}
    </div>
  );
}
