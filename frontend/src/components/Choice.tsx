import { ToggleGroup } from "radix-ui";
import type { ReactElement, ReactNode } from "react";

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
  function choose(chosen: string): void {
    const option = options.find((one) => one.value === chosen);
    if (option !== undefined) onChoose(option.value);
  }
  return (
    <ToggleGroup.Root
      aria-label={label}
      className="inline-flex rounded-lg border border-line bg-raised p-0.5"
      onValueChange={choose}
      type="single"
      value={value}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          aria-label={option.name}
          className="inline-flex min-h-8 items-center gap-1.5 rounded-md px-3 text-sm font-medium text-muted hover:text-ink data-[state=on]:bg-surface data-[state=on]:text-ink data-[state=on]:shadow-sm"
          key={option.value}
          title={option.name}
          value={option.value}
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
