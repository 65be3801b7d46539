import { type ComponentPropsWithRef, type ReactElement, useId } from "react";

type Props = ComponentPropsWithRef<"select"> & {
  label: string;
  hint: string;
  options: readonly { readonly value: string; readonly label: string }[];
};

/** One of many, with what it is for below. */
export function Select({ label, hint, options, ...select }: Props): ReactElement {
  const id = useId();
  const hintId = `${id}-hint`;
  return (
    <div>
      <label className="text-sm font-medium" htmlFor={id}>
        {label}
      </label>
      <select
        aria-describedby={hintId}
        className="mt-1.5 block min-h-11 w-full rounded-lg border border-edge bg-surface px-3 text-sm"
        id={id}
        {...select}
      >
        {options.map(({ value, label: name }) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
      <p className="mt-1.5 text-sm text-muted" id={hintId}>
        {hint}
      </p>
    </div>
  );
}
