import type { ComponentPropsWithRef, ReactElement } from "react";
import { Labelled, type LabelledTexts } from "./Labelled";

type Props = ComponentPropsWithRef<"select"> &
  LabelledTexts & { options: readonly { readonly value: string; readonly label: string }[] };

/** One of many. */
export function Select({ label, hint, error, options, ...select }: Props): ReactElement {
  return (
    <Labelled error={error} hint={hint} label={label}>
      {(tied) => (
        <select {...tied} {...select}>
          {options.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Labelled>
  );
}
