import { joinWords } from "@core/text/joinWords";
import { type FormEvent, type ReactElement, useState } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { Field } from "../../components/Field";
import { Select } from "../../components/Select";
import { readAddress } from "../../lib/site/readAddress";
import { readWebUrl } from "../../lib/site/readWebUrl";
import type { SiteList } from "../../lib/site/SiteList";
import { nameOfChain } from "../chain/nameOfChain";
import { findChains } from "./findChains";

interface Props {
  list: SiteList;
  /** In what was tried before, if anything was. */
  program?: string | undefined;
  rpcUrl?: string | undefined;
}

type Errors = { readonly rpc?: string; readonly program?: string };

/** Asks for a program or a plan, finds its chain among the site's, and opens the link to it. */
export function StartForm({ list, program, rpcUrl }: Props): ReactElement {
  const [errors, setErrors] = useState<Errors>({});
  const [isLooking, setLooking] = useState(false);
  const { chains } = list;

  async function open(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const asked = {
      program: fieldOf(form, "program"),
      rpc: fieldOf(form, "rpc"),
      chain: fieldOf(form, "chain"),
    };
    setLooking(true);
    const answer = await linkTo(asked, list);
    setLooking(false);
    if ("link" in answer) window.location.assign(answer.link);
    else setErrors(answer);
  }

  return (
    <Card title="Open a program or an equity plan">
      <form
        className="flex max-w-xl flex-col gap-5"
        noValidate
        onSubmit={(event) => void open(event)}
      >
        <Field
          error={errors.program}
          hint="0x and 40 digits, from whoever runs the program or the plan"
          defaultValue={program}
          label="Address of the program or plan"
          name="program"
        />
        {chains.length > 1 && (
          <Select
            hint="Where you do not know it, the page asks a node of each"
            label="Chain"
            name="chain"
            options={[
              { value: "", label: "Whichever has it" },
              ...chains.map((chain) => ({
                value: String(chain.id ?? ""),
                label: nameOfChain(chain),
              })),
            ]}
          />
        )}
        <details open={chains.length === 0 || rpcUrl !== undefined}>
          <summary className="cursor-pointer text-sm font-medium text-accent">
            Another chain or node
          </summary>
          <div className="mt-4">
            <Field
              error={errors.rpc}
              hint={hintOfNode(list)}
              defaultValue={rpcUrl}
              label="Node (RPC URL)"
              name="rpc"
            />
          </div>
        </details>
        <div>
          <Button disabled={isLooking} look="primary" type="submit">
            {isLooking ? "Looking for it …" : "Show it"}
          </Button>
        </div>
      </form>
    </Card>
  );
}

function fieldOf(form: FormData, name: string): string {
  return `${form.get(name) ?? ""}`.trim();
}

function hintOfNode({ chains }: SiteList): string {
  const address = "The http(s) address of a node of the program’s chain";
  if (chains.length === 0) return `${address}; this site lists none`;
  return `${address}; left empty, this site’s node of ${joinWords(chains.map(nameOfChain))}`;
}

interface Asked {
  readonly program: string;
  readonly rpc: string;
  readonly chain: string;
}

/** The link that says what was asked for, or what is wrong with it. */
async function linkTo(asked: Asked, list: SiteList): Promise<Errors | { readonly link: string }> {
  const { program, rpc } = asked;
  const needsNode = rpc !== "" || list.chains.length === 0;
  const errors: Errors = {
    ...complaint("program", () => readAddress(program, "Address")),
    ...(needsNode && complaint("rpc", () => readWebUrl(rpc, "Node"))),
  };
  if (Object.keys(errors).length > 0) return errors;
  if (needsNode) return { link: `?${new URLSearchParams({ program, rpc })}` };
  const chain = await chainOf(asked, list);
  if (typeof chain === "object") return chain;
  return { link: `?${new URLSearchParams({ ...(chain && { chain }), program })}` };
}

/** The chain's number, empty where the only one has none; or why it is not known. */
async function chainOf({ program, chain }: Asked, { chains }: SiteList): Promise<Errors | string> {
  const [only, ...others] = chains;
  if (chain !== "") return chain;
  if (others.length === 0) return String(only?.id ?? "");
  const { found, silent } = await findChains(chains, readAddress(program, "Address"));
  const [first, ...more] = found;
  const unasked =
    silent.length === 0 ? "" : ` ${joinWords(silent.map(nameOfChain))} did not answer.`;
  if (first === undefined) {
    const names = joinWords(chains.filter((one) => !silent.includes(one)).map(nameOfChain));
    const none = names === "" ? "" : `There is no contract at this address on ${names}.`;
    return {
      program: `${none}${unasked} Check the address, or name a node of another chain.`.trim(),
    };
  }
  if (more.length > 0) {
    const names = joinWords(found.map(nameOfChain));
    return { program: `There is a contract at this address on ${names}; choose the chain.` };
  }
  return String(first.id ?? "");
}

function complaint(field: keyof Errors, read: () => unknown): Errors {
  try {
    read();
    return {};
  } catch (error) {
    return { [field]: error instanceof Error ? error.message : String(error) };
  }
}
