import { type ReactElement, type ReactNode, useId } from "react";

export interface LabelledTexts {
  label: string;
  hint: string;
  /** In the hint's place. */
  error?: string | undefined;
}

/** What ties a control to its label and to the text below it, and how it looks. */
interface Tied {
  readonly id: string;
  readonly "aria-describedby": string;
  readonly "aria-invalid": boolean;
  readonly className: string;
}

type Props = LabelledTexts & { children: (tied: Tied) => ReactNode };

/** A control under its label, with what it is for, or what is wrong with it, below. */
export function Labelled({ label, hint, error, children }: Props): ReactElement {
  const id = useId();
  const hintId = `${id}-hint`;
  const isWrong = error !== undefined;
  return (
    <div>
      <label className="text-sm font-medium" htmlFor={id}>
        {label}
      </label>
      {children({
        ...{ id, "aria-describedby": hintId, "aria-invalid": isWrong },
        className:
          "mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 text-sm",
      })}
      <p
        aria-live="polite"
        className={`mt-1.5 text-sm wrap-anywhere ${isWrong ? "text-bad" : "text-muted"}`}
        id={hintId}
      >
        {error ?? hint}
      </p>
    </div>
  );
}
