import { lazy, type ReactElement, type ReactNode, useEffect, useMemo, useState } from "react";
import type { Address } from "viem";
import { Notice } from "../components/Notice";
import { Waiting } from "../components/Waiting";
import type { Kind } from "../features/chain/kindOf";
import { useKind } from "../features/chain/useKind";
import { WalletMenu } from "../features/wallet/WalletMenu";
import { WalletMenuContext } from "../features/wallet/WalletMenuContext";
import type { Route } from "../lib/site/Route";
import type { Site } from "../lib/site/Site";
import { Frame } from "./Frame";
import { useRoute } from "./useRoute";

const ProgramList = lazy(async () => {
  const { ProgramList: component } = await import("../features/start/ProgramList");
  return { default: component };
});
const ProgramPage = lazy(async () => {
  const { ProgramPage: component } = await import("../features/program/ProgramPage");
  return { default: component };
});
const PartnerPage = lazy(async () => {
  const { PartnerPage: component } = await import("../features/partner/PartnerPage");
  return { default: component };
});

const PlanPage = lazy(async () => {
  const { PlanPage: component } = await import("../features/plan/PlanPage");
  return { default: component };
});
const HolderPage = lazy(async () => {
  const { HolderPage: component } = await import("../features/plan/HolderPage");
  return { default: component };
});

/** The page that the address asks for. A site with one program, or plan, has that for its home. */
export function Pages({ site, note }: { site: Site; note: ReactNode }): ReactElement {
  const asked = useRoute();
  const only = asked.page === "home" && site.programs.length === 1 ? site.programs[0] : undefined;
  const kind = useKind(only?.address);
  const route = only === undefined ? asked : homeOf(only.address, kind.data);
  const [isOpen, setOpen] = useState(false);
  const menu = useMemo(() => ({ isOpen, setOpen }), [isOpen]);
  const place = JSON.stringify(route);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top
  useEffect(() => {
    window.scrollTo(0, 0);
    setOpen(false);
  }, [place]);
  return (
    <WalletMenuContext value={menu}>
      <Frame wallet={<WalletMenu route={route} />}>
        {note}
        {kind.isLoading ? (
          <Waiting what="Asking what is at the address" />
        ) : (
          <Page key={place} route={route} site={site} />
        )}
      </Frame>
    </WalletMenuContext>
  );
}

function Page({ route, site }: { route: Route; site: Site }): ReactElement {
  switch (route.page) {
    case "home":
      return <ProgramList list={site.list} programs={site.programs} />;
    case "program":
      return <ProgramPage address={route.program} />;
    case "partner":
      return <PartnerPage address={route.program} party={route.party} />;
    case "plan":
      return <PlanPage address={route.plan} />;
    case "holder":
      return <HolderPage address={route.plan} holder={route.holder} />;
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

/** What is neither is shown as a program, whose page says what is wrong. */
function homeOf(address: Address, kind: Kind | undefined): Route {
  return kind === "plan" ? { page: "plan", plan: address } : { page: "program", program: address };
}
