import type { ReactElement } from "react";
import type { Address } from "viem";
import type { SiteList } from "../../lib/site/SiteList";
import { StartForm } from "./StartForm";

interface Props {
  list: SiteList;
  program?: Address | undefined;
}

/** The site of somebody who has not said yet which program to show, or on which chain. */
export function StartPage({ list, program }: Props): ReactElement {
  return (
    <>
      <div className="max-w-2xl">
        <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">
          See every cent of a revenue share
        </h1>
        <p className="mt-4 text-lg leading-relaxed text-muted">
          A Tributary program keeps a deal and its money on chain. With its address this page shows
          the terms, each sale with everybody’s part of it, and what partners can claim; and of an
          equity plan its units, what vests when, and what holders can claim. It asks a node of the
          chain, and nobody else.
        </p>
      </div>
      <StartForm list={list} program={program} />
    </>
  );
}
