import type { ReactElement } from "react";
import { Icon } from "../../components/Icon";
import { Name } from "../../components/Name";
import { planHref, programHref } from "../../lib/site/Route";
import type { ListedProgram, SiteList } from "../../lib/site/SiteList";
import { useChainInfo } from "../chain/ChainContext";
import { nameOfChain } from "../chain/nameOfChain";
import { useKind } from "../chain/useKind";
import { StartForm } from "./StartForm";

interface Props {
  list: SiteList;
  /** Those of the chain that the page is on. */
  programs: readonly ListedProgram[];
}

/** The programs and plans this site was set up for. */
export function ProgramList({ list, programs }: Props): ReactElement {
  const { chain, listed } = useChainInfo();
  const others = list.chains.filter(({ id }) => id !== listed?.id);
  return (
    <>
      <div>
        <h1 className="text-3xl font-semibold tracking-tight">Programs</h1>
        <p className="mt-2 text-muted">Revenue shares on {chain.name}</p>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2">
        {programs.map((one) => (
          <li key={one.address}>
            <Listed {...one} />
          </li>
        ))}
      </ul>
      {others.map((other) => (
        <Elsewhere
          chain={other}
          key={other.id}
          programs={list.programs.filter(({ chainId }) => chainId === other.id)}
        />
      ))}
      <StartForm list={list} />
    </>
  );
}

/** Until it is known what it is, it leads to a program's page, which finds that out too. */
function Listed({ address, name }: ListedProgram): ReactElement {
  const isPlan = useKind(address).data === "plan";
  return (
    <Entry
      address={address}
      href={isPlan ? planHref(address) : programHref(address)}
      kind={isPlan ? "Equity plan" : "Program"}
      name={name}
    />
  );
}

/** Programs of another chain of the site, whose node is asked once one of them is opened. */
function Elsewhere({
  chain,
  programs,
}: {
  chain: SiteList["chains"][number];
  programs: readonly ListedProgram[];
}): ReactElement | null {
  if (programs.length === 0) return null;
  return (
    <section aria-label={`On ${nameOfChain(chain)}`}>
      <h2 className="mb-4 text-lg font-semibold tracking-tight">On {nameOfChain(chain)}</h2>
      <ul className="grid gap-4 sm:grid-cols-2">
        {programs.map(({ address, name }) => (
          <li key={address}>
            <Entry
              address={address}
              href={`?chain=${chain.id}&program=${address}`}
              kind="Program or plan"
              name={name}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface EntryProps {
  address: string;
  name: string | undefined;
  kind: string;
  href: string;
}

function Entry({ address, name, kind, href }: EntryProps): ReactElement {
  return (
    <a
      className="group flex h-full items-center justify-between gap-4 rounded-2xl border border-line bg-surface p-6 hover:border-accent"
      href={href}
    >
      <span className="min-w-0">
        <span className="block text-lg font-semibold tracking-tight">
          {name === undefined ? kind : <Name text={name} />}
        </span>
        {name !== undefined && kind === "Equity plan" && (
          <span className="block text-sm">{kind}</span>
        )}
        <span className="mt-1 block truncate font-mono text-xs text-muted">{address}</span>
      </span>
      <Icon className="text-muted group-hover:text-accent" name="chevron" />
    </a>
  );
}
