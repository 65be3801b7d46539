import type { ComponentPropsWithRef, ReactElement } from "react";
import { Labelled, type LabelledTexts } from "./Labelled";

type Props = ComponentPropsWithRef<"input"> & LabelledTexts;

/** Something to fill in. */
export function Field({ label, hint, error, ...input }: Props): ReactElement {
  return (
    <Labelled error={error} hint={hint} label={label}>
      {({ className, ...tied }) => (
        <input
          {...tied}
          autoComplete="off"
          className={`font-mono ${className}`}
          spellCheck={false}
          type="text"
          {...input}
        />
      )}
    </Labelled>
  );
}
