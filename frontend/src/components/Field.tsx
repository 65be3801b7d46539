import { type ComponentPropsWithRef, type ReactElement, useId } from "react";

type Props = ComponentPropsWithRef<"input"> & {
  label: string;
  hint: string;
  /** In the hint's place. */
  error: string | undefined;
};

/** Something to fill in, with what it is for, or what is wrong with it, below. */
export function Field({ label, hint, error, ...input }: Props): ReactElement {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div>
      <label className="text-sm font-medium" htmlFor={id}>
        {label}
      </label>
      <input
        aria-describedby={hintId}
        aria-invalid={error !== undefined}
        autoComplete="off"
        className="mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 font-mono text-sm"
        id={id}
        spellCheck={false}
        type="text"
        {...input}
      />
      <p
        aria-live="polite"
        className={`mt-1.5 text-sm wrap-anywhere ${error === undefined ? "text-muted" : "text-bad"}`}
        id={hintId}
      >
        {error ?? hint}
      </p>
    </div>
  );
}
