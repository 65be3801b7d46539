import { lazy, type ReactElement, useState } from "react";
import { Notice } from "../components/Notice";
import { Waiting } from "../components/Waiting";
import { giveConsent, hasConsented } from "../features/node/consents";
import { ForeignNodeBanner } from "../features/node/ForeignNodeBanner";
import { useSiteList } from "../features/start/useSiteList";
import { explainError } from "../lib/errors/explainError";
import { chooseSite } from "../lib/site/chooseSite";
import { LinkError } from "../lib/site/LinkError";
import { readQuery } from "../lib/site/readQuery";
import type { Site, SiteQuery } from "../lib/site/Site";
import { NO_LIST, type SiteList } from "../lib/site/SiteList";
import { BannerContext } from "./BannerContext";
import { ConnectedApp } from "./ConnectedApp";
import { Frame } from "./Frame";
import { useRoute } from "./useRoute";

const ConsentPage = lazy(async () => {
  const { ConsentPage: component } = await import("../features/node/ConsentPage");
  return { default: component };
});
const StartPage = lazy(async () => {
  const { StartPage: component } = await import("../features/start/StartPage");
  return { default: component };
});

/** Finds out what to show: from the link, from programs.json, or from the visitor. */
export function App(): ReactElement {
  const list = useSiteList();
  if (list.isPending) {
    return (
      <Frame>
        <Waiting what="Reading the site’s settings" />
      </Frame>
    );
  }
  if (list.isError) {
    return (
      <Frame>
        <Notice title="The site’s settings are wrong" tone="bad">
          {explainError(list.error).detail}
        </Notice>
        <StartPage list={NO_LIST} />
      </Frame>
    );
  }
  return <WithList list={list.data} />;
}

function WithList({ list }: { list: SiteList }): ReactElement {
  const route = useRoute();
  const asked = readLink(list);
  if (asked instanceof LinkError) {
    return (
      <Frame>
        <Notice title="The link to this page is wrong" tone="bad">
          {asked.message}
        </Notice>
        <StartPage list={list} />
      </Frame>
    );
  }
  const { query, site } = asked;
  if (site === undefined || (site.programs.length === 0 && route.page === "home")) {
    return (
      <Frame>
        <StartPage list={list} program={query.program} />
      </Frame>
    );
  }
  return <WithConsent key={site.nodes.join(" ")} site={site} />;
}

/** What the link and the list say together, or what is wrong with the link. */
function readLink(
  list: SiteList,
): { readonly query: SiteQuery; readonly site: Site | undefined } | LinkError {
  try {
    const query = readQuery(window.location.search);
    return { query, site: chooseSite(query, list) };
  } catch (error) {
    if (error instanceof LinkError) return error;
    throw error;
  }
}

/** A node that only the link names is asked nothing before the visitor agrees to it. */
function WithConsent({ site }: { site: Site }): ReactElement {
  const [rpcUrl] = site.isForeign ? site.nodes : [];
  const [isAgreed, setAgreed] = useState(rpcUrl === undefined || hasConsented(rpcUrl));
  if (rpcUrl !== undefined && !isAgreed) {
    const agree = (): void => {
      giveConsent(rpcUrl);
      setAgreed(true);
    };
    return (
      <Frame>
        <ConsentPage onConsent={agree} rpcUrl={rpcUrl} site={site} />
      </Frame>
    );
  }
  return (
    <BannerContext value={<ForeignNodeBanner site={site} />}>
      <ConnectedApp site={site} />
    </BannerContext>
  );
}
