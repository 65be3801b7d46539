import type { ReactElement } from "react";
import { Icon } from "../../components/Icon";
import { Name } from "../../components/Name";
import { programHref } from "../../lib/site/Route";
import type { ListedProgram } from "../../lib/site/Site";
import { useChainInfo } from "../chain/ChainContext";

/** The programs this site was set up for. */
export function ProgramList({ programs }: { programs: readonly ListedProgram[] }): ReactElement {
  const { chain } = useChainInfo();
  return (
    <>
      <div>
        <h1 className="text-3xl font-semibold tracking-tight">Programs</h1>
        <p className="mt-2 text-muted">Revenue shares on {chain.name}</p>
      </div>
      <ul className="grid gap-4 sm:grid-cols-2">
        {programs.map(({ address, name }) => (
          <li key={address}>
            <a
              className="group flex h-full items-center justify-between gap-4 rounded-2xl border border-line bg-surface p-6 hover:border-accent"
              href={programHref(address)}
            >
              <span className="min-w-0">
                <span className="block text-lg font-semibold tracking-tight">
                  {name === undefined ? "Program" : <Name text={name} />}
                </span>
                <span className="mt-1 block truncate font-mono text-xs text-muted">{address}</span>
              </span>
              <Icon className="text-muted group-hover:text-accent" name="chevron" />
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
