import type { ReactElement } from "react";
import { StartForm } from "./StartForm";

/** The site of somebody who has been told of no program yet. */
export function StartPage(): ReactElement {
  return (
    <>
      <div className="max-w-2xl">
        <h1 className="text-3xl font-semibold tracking-tight sm:text-4xl">
          See every cent of a revenue share
        </h1>
        <p className="mt-4 text-lg leading-relaxed text-muted">
          A Tributary program keeps a deal and its money on chain. With its address and a node of
          its chain this page shows the terms, each sale with everybody’s part of it, and what
          partners can claim; and of an equity plan its units, what vests when, and what holders can
          claim. It asks nobody else.
        </p>
      </div>
      <StartForm />
    </>
  );
}
