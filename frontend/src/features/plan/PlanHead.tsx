import type { ReactElement, ReactNode } from "react";
import { Badge } from "../../components/Badge";
import { Name } from "../../components/Name";
import { AddressText } from "../chain/AddressText";
import { useChainInfo } from "../chain/ChainContext";
import { NotListed } from "../chain/NotListed";
import type { Plan } from "./usePlan";

/** The plan's name and place. */
export function PlanHead({ plan, tools }: { plan: Plan; tools: ReactNode }): ReactElement {
  const { chain } = useChainInfo();
  const { settings, address } = plan;
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
      <div className="min-w-0">
        <p className="text-sm font-medium text-accent">Equity plan on {chain.name}</p>
        <h1 className="mt-2 text-3xl font-semibold tracking-tight sm:text-4xl">
          {settings.name === "" ? "Equity plan" : <Name text={settings.name} />}
        </h1>
        <NotListed address={address} what="plan" />
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <AddressText address={address} />
          {settings.flow && (
            <Badge tone="accent">
              money is for what is vested as it comes, without catching up
            </Badge>
          )}
        </p>
      </div>
      {tools}
    </div>
  );
}
