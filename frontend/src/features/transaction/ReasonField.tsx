import type { ReactElement } from "react";
import { Field } from "../../components/Field";

interface Props {
  label?: string;
  value: string;
  onChange: (reason: string) => void;
}

/** Why something is done, in words that everybody can read. */
export function ReasonField({ label = "Why", value, onChange }: Props): ReactElement {
  return (
    <Field
      hint="Stands on chain, for everybody to read"
      label={label}
      onChange={(event) => onChange(event.currentTarget.value)}
      value={value}
    />
  );
}
