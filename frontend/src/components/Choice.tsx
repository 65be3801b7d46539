import { type ReactElement, type ReactNode, useId } from "react";

interface Props<Value extends string> {
  label: string;
  value: Value;
  options: readonly { readonly value: Value; readonly label: ReactNode; readonly name?: string }[];
  onChoose: (value: Value) => void;
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: Props<Value>): ReactElement {
  const group = useId();
  return (
    <fieldset
      aria-label={label}
      className="inline-flex min-w-0 rounded-lg border border-line bg-raised p-0.5"
    >
      {options.map((option) => (
        <label
          className="relative inline-flex min-h-8 items-center gap-1.5 rounded-md px-3 text-sm font-medium text-muted hover:text-ink has-checked:bg-surface has-checked:text-ink has-checked:shadow-sm"
          key={option.value}
          title={option.name}
        >
          <input
            aria-label={option.name}
            checked={option.value === value}
            className="absolute inset-0 cursor-pointer appearance-none rounded-md"
            name={group}
            onChange={() => onChoose(option.value)}
            type="radio"
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
