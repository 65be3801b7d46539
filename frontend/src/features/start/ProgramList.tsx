import type { ReactElement } from "react";
import { Icon } from "../../components/Icon";
import { Name } from "../../components/Name";
import { planHref, programHref } from "../../lib/site/Route";
import type { ListedProgram } from "../../lib/site/Site";
import { useChainInfo } from "../chain/ChainContext";
import { useKind } from "../chain/useKind";

/** The programs and plans this site was set up for. */
export function ProgramList({ programs }: { programs: readonly ListedProgram[] }): ReactElement {
  const { chain } = useChainInfo();
  return (
    <>
      <div>
        <h1 className="text-3xl font-semibold tracking-tight">Programs</h1>
        <p className="mt-2 text-muted">Revenue shares on {chain.name}</p>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2">
        {programs.map((listed) => (
          <li key={listed.address}>
            <Listed {...listed} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Until it is known what it is, it leads to a program's page, which finds that out too. */
function Listed({ address, name }: ListedProgram): ReactElement {
  const isPlan = useKind(address).data === "plan";
  const kind = isPlan ? "Equity plan" : "Program";
  return (
    <a
      className="group flex h-full items-center justify-between gap-4 rounded-2xl border border-line bg-surface p-6 hover:border-accent"
      href={isPlan ? planHref(address) : programHref(address)}
    >
      <span className="min-w-0">
        <span className="block text-lg font-semibold tracking-tight">
          {name === undefined ? kind : <Name text={name} />}
        </span>
        {name !== undefined && isPlan && <span className="block text-sm">{kind}</span>}
        <span className="mt-1 block truncate font-mono text-xs text-muted">{address}</span>
      </span>
      <Icon className="text-muted group-hover:text-accent" name="chevron" />
    </a>
  );
}
