import { type FormEvent, type ReactElement, useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Field } from "../../components/Field";
import { readAddress } from "../../lib/site/readAddress";
import { readWebUrl } from "../../lib/site/readWebUrl";

interface Props {
  rpcUrl?: string | undefined;
  program?: string | undefined;
}

type Errors = { readonly rpc?: string; readonly program?: string };

/** Asks for a program or a plan and a node, and opens the link that says both. */
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
      ...complaint("program", () => readAddress(values.program, "Address")),
      ...complaint("rpc", () => readWebUrl(values.rpc, "Node")),
    };
    setErrors(found);
    if (Object.keys(found).length > 0) return;
    window.location.assign(`?${new URLSearchParams(values)}`);
  }

  return (
    <Card title="Open a program or an equity plan">
      <form className="flex max-w-xl flex-col gap-5" noValidate onSubmit={open}>
        <Field
          error={errors.program}
          hint="0x and 40 digits, from whoever runs the program or the plan"
          defaultValue={program}
          label="Address of the program or plan"
          name="program"
        />
        <Field
          error={errors.rpc}
          hint="The http(s) address of a node of its chain"
          defaultValue={rpcUrl}
          label="Node (RPC URL)"
          name="rpc"
        />
        <div>
          <Button look="primary" type="submit">
            Show it
          </Button>
        </div>
      </form>
    </Card>
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
