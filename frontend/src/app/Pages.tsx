import { lazy, type ReactElement, Suspense, useEffect, useMemo, useState } from "react";
import { Notice } from "../components/Notice";
import { Waiting } from "../components/Waiting";
import { ProgramList } from "../features/start/ProgramList";
import { WalletMenu } from "../features/wallet/WalletMenu";
import { WalletMenuContext } from "../features/wallet/WalletMenuContext";
import type { Route } from "../lib/site/Route";
import type { Site } from "../lib/site/Site";
import { Frame } from "./Frame";
import { useRoute } from "./useRoute";

const ProgramPage = lazy(async () => {
  const { ProgramPage: component } = await import("../features/program/ProgramPage");
  return { default: component };
});
const PartnerPage = lazy(async () => {
  const { PartnerPage: component } = await import("../features/partner/PartnerPage");
  return { default: component };
});

/** The page that the address asks for. A site with one program has that program for its home. */
export function Pages({ site }: { site: Site }): ReactElement {
  const route = homeOf(site, useRoute());
  const [isOpen, setOpen] = useState(false);
  const menu = useMemo(() => ({ isOpen, setOpen }), [isOpen]);
  const place = JSON.stringify(route);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    window.scrollTo(0, 0);
    setOpen(false);
  }, [place]);
  const program = "program" in route ? route.program : undefined;
  return (
    <WalletMenuContext value={menu}>
      <Frame wallet={<WalletMenu program={program} />}>
        <Suspense fallback={<Waiting what="Loading the page" />}>
          <Page key={place} route={route} site={site} />
        </Suspense>
      </Frame>
    </WalletMenuContext>
  );
}

function Page({ route, site }: { route: Route; site: Site }): ReactElement {
  switch (route.page) {
    case "home":
      return <ProgramList programs={site.programs} />;
    case "program":
      return <ProgramPage address={route.program} />;
    case "partner":
      return <PartnerPage address={route.program} party={route.party} />;
    case "unknown":
      return (
        <Notice title="There is no such page" tone="warn">
          <a className="text-accent underline underline-offset-4" href="#/">
            Back to the start
          </a>
        </Notice>
      );
  }
}

function homeOf(site: Site, route: Route): Route {
  const [only, ...others] = site.programs;
  const hasOne = only !== undefined && others.length === 0;
  return route.page === "home" && hasOne ? { page: "program", program: only.address } : route;
}
