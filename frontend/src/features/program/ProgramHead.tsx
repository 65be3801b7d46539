import { formatTime } from "@core/text/formatTime";
import type { ReactElement, ReactNode } from "react";
import { HexText } from "../../components/HexText";
import { Name } from "../../components/Name";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import { NotListed } from "../chain/NotListed";
import type { ProgramState } from "../chain/ProgramState";
import { periodOf } from "../chain/periodOf";
import type { Program } from "../chain/useProgram";

interface Props {
  program: Program;
  state: ProgramState;
  tools: ReactNode;
}

/** The program's name, place and time. */
export function ProgramHead({ program, state, tools }: Props): ReactElement {
  const { chain, explorer } = useChainInfo();
  const { address, terms } = program;
  const period = periodOf(terms, state.head.time);
  return (
    <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5">
      <div className="min-w-0">
        <p className="text-sm font-medium text-accent">Revenue-share program on {chain.name}</p>
        <h1 className="mt-2 text-3xl font-semibold tracking-tight sm:text-4xl">
          <Name text={terms.name} />
        </h1>
        <NotListed address={address} what="program" />
        <p className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-muted">
          <HexText hex={address} href={explorerLink(explorer, "address", address)} what="address" />
          <span>
            {period === undefined
              ? `starts on ${formatTime(terms.start)}`
              : `period ${period.number}, until ${formatTime(period.ends)}`}
          </span>
        </p>
      </div>
      {tools}
    </div>
  );
}
