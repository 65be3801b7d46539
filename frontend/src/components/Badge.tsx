import type { ReactElement, ReactNode } from "react";
import { Icon, type IconName } from "./Icon";

const TONES = {
  plain: "bg-raised text-muted",
  accent: "bg-accent-soft text-accent-strong",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
} as const;

interface Props {
  children: ReactNode;
  tone?: keyof typeof TONES;
  icon?: IconName;
}

/** A short word on the state of the thing beside it. */
export function Badge({ children, tone = "plain", icon }: Props): ReactElement {
  return (
    <span
      className={`inline-flex items-center gap-1 rounded-full px-2 py-0.5 text-xs font-medium sm:whitespace-nowrap ${TONES[tone]}`}
    >
      {icon !== undefined && <Icon className="size-3" name={icon} />}
      {children}
    </span>
  );
}
