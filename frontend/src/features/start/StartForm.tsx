import { type FormEvent, type ReactElement, useId, useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { readAddress } from "../../lib/site/readAddress";
import { readWebUrl } from "../../lib/site/readWebUrl";

interface Props {
  rpcUrl?: string | undefined;
  program?: string | undefined;
}

type Errors = { readonly rpc?: string; readonly program?: string };

/** Asks for a program and a node, and opens the link that says both. */
export function StartForm({ rpcUrl, program }: Props): ReactElement {
  const [errors, setErrors] = useState<Errors>({});

  function open(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const values = {
      program: `${form.get("program") ?? ""}`.trim(),
      rpc: `${form.get("rpc") ?? ""}`.trim(),
    };
    const found: Errors = {
      ...complaint("program", () => readAddress(values.program, "Program address")),
      ...complaint("rpc", () => readWebUrl(values.rpc, "Node")),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    window.location.assign(`?${new URLSearchParams(values)}`);
  }

  return (
    <Card title="Open a program">
      <form className="flex max-w-xl flex-col gap-5" noValidate onSubmit={open}>
        <Field
          error={errors.program}
          hint="0x and 40 digits, from whoever runs the program"
          initial={program}
          label="Program address"
          name="program"
        />
        <Field
          error={errors.rpc}
          hint="The http(s) address of a node of the program’s chain"
          initial={rpcUrl}
          label="Node (RPC URL)"
          name="rpc"
        />
        <div>
          <Button look="primary" type="submit">
            Show the program
          </Button>
        </div>
      </form>
    </Card>
  );
}

interface FieldProps {
  label: string;
  name: string;
  hint: string;
  initial: string | undefined;
  error: string | undefined;
}

function Field({ label, name, hint, initial, error }: FieldProps): ReactElement {
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
        defaultValue={initial}
        id={id}
        name={name}
        spellCheck={false}
        type="text"
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

function complaint(field: keyof Errors, read: () => unknown): Errors {
  try {
    read();
    return {};
  } catch (error) {
    return { [field]: error instanceof Error ? error.message : String(error) };
  }
}
