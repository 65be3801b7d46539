import { Component, type ReactNode } from "react";
import { Button } from "../components/Button";
import { Notice } from "../components/Notice";

interface State {
  readonly error: unknown;
}

/** What is shown where the page itself fails. */
export class Crash extends Component<{ children: ReactNode }, State> {
  override state: State = { error: undefined };

  static getDerivedStateFromError(error: unknown): State {
    return { error };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children;
    return (
      <main className="mx-auto max-w-2xl p-6">
        <h1 className="mb-4 text-xl font-semibold">Tributary</h1>
        <Notice
          action={<Button onClick={() => window.location.reload()}>Reload</Button>}
          title="This page failed"
          tone="bad"
        >
          {error instanceof Error ? error.message : String(error)}. No money is concerned: the page
          only shows what the chain holds.
        </Notice>
      </main>
    );
  }
}
