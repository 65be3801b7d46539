import { type ReactElement, useId } from "react";

interface Props {
  label: string;
  value: string;
  onSearch: (value: string) => void;
}

/** Narrows a list by a text. */
export function Search({ label, value, onSearch }: Props): ReactElement {
  const id = useId();
  return (
    <div className="w-full sm:w-60">
      <label className="sr-only" htmlFor={id}>
        {label}
      </label>
      <input
        className="min-h-10 w-full rounded-lg border border-line bg-surface px-3 text-sm placeholder:text-muted"
        id={id}
        onChange={(event) => onSearch(event.currentTarget.value)}
        placeholder={label}
        type="search"
        value={value}
      />
    </div>
  );
}
