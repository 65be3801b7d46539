import { type ReactElement, useId } from "react";

interface Props {
  label: string;
  /** What is reached, in words beside the bar. */
  text: string;
  /** From 0 to 1; 1 is reached. */
  part: number;
}

/** How much of a goal is reached, told by words and by a bar. */
export function ProgressBar({ label, text, part }: Props): ReactElement {
  const id = useId();
  const percent = Math.min(100, Math.max(0, Math.floor(part * 100)));
  return (
    <div className="text-sm">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-medium" id={id}>
          {label}
        </span>
        <span className="text-muted tabular-nums">
          {text}
          {percent === 100 && <span className="font-medium text-good"> – reached</span>}
        </span>
      </div>
      <div
        aria-labelledby={id}
        aria-valuemax={100}
        aria-valuemin={0}
        aria-valuenow={percent}
        aria-valuetext={text}
        className="mt-1.5 h-2 overflow-hidden rounded-full bg-raised"
        role="progressbar"
      >
        <div
          className={`h-full rounded-full ${percent === 100 ? "bg-good" : "bg-accent"}`}
          style={{ width: `${percent}%` }}
        />
      </div>
    </div>
  );
}
