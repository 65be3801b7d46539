import { type ReactElement, type ReactNode, Suspense, useContext } from "react";
import { Waiting } from "../components/Waiting";
import { BannerContext } from "./BannerContext";
import { ThemeChoice } from "./ThemeChoice";

interface Props {
  wallet?: ReactNode;
  children: ReactNode;
}

/** What every page has around it. */
export function Frame({ wallet, children }: Props): ReactElement {
  const banner = useContext(BannerContext);
  return (
    <div className="flex min-h-dvh flex-col">
      <button
        className="sr-only focus:not-sr-only focus:absolute focus:z-20 focus:m-3 focus:rounded-lg focus:bg-surface focus:px-4 focus:py-2"
        // The part of the address after “#” is the route: jump without changing it.
        onClick={() => document.getElementById("main")?.focus()}
        type="button"
      >
        Skip to the content
      </button>
      <header className="sticky top-0 z-10 border-b border-line bg-surface/95 backdrop-blur">
        {banner}
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3 sm:px-8">
          <a className="flex items-center gap-2.5 font-semibold tracking-tight" href="#/">
            <Mark />
            Tributary
          </a>
          <div className="flex items-center gap-2 sm:gap-3">
            <span className="hidden sm:block">
              <ThemeChoice />
            </span>
            {wallet}
          </div>
        </div>
      </header>
      {/* A whole screen high, so that the footer never comes into sight and leaves it again. */}
      <main
        className="mx-auto flex min-h-dvh w-full max-w-6xl flex-1 flex-col gap-6 px-4 pt-8 pb-16 outline-none sm:gap-8 sm:px-8 sm:pt-12"
        id="main"
        tabIndex={-1}
      >
        <Suspense fallback={<Waiting what="Loading the page" />}>{children}</Suspense>
      </main>
      <footer className="border-t border-line">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 px-4 py-6 text-sm text-muted sm:px-8">
          <p>Every number on this page is read from the chain. Times are UTC.</p>
          <span className="sm:hidden">
            <ThemeChoice />
          </span>
        </div>
      </footer>
    </div>
  );
}

/** Two streams that become one. */
function Mark(): ReactElement {
  return (
    <svg aria-hidden="true" className="size-7" viewBox="0 0 32 32">
      <rect className="fill-accent" height="32" rx="8" width="32" />
      <path
        className="stroke-on-accent"
        d="M9 7c0 6 7 6 7 12v6M23 7c0 6-7 6-7 12"
        fill="none"
        strokeLinecap="round"
        strokeWidth="3"
      />
    </svg>
  );
}
