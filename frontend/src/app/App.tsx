import type { ReactElement } from "react";
import { Notice } from "../components/Notice";
import { Waiting } from "../components/Waiting";
import { StartPage } from "../features/start/StartPage";
import { useSite } from "../features/start/useSite";
import { explainError } from "../lib/errors/explainError";
import { ConnectedApp } from "./ConnectedApp";
import { Frame } from "./Frame";

/** Finds out what to show: from the link, from programs.json, or from the visitor. */
export function App(): ReactElement {
  const site = useSite();
  if (site.isPending) {
    return (
      <Frame>
        <Waiting what="Reading the site’s settings" />
      </Frame>
    );
  }
  if (site.isError) {
    return (
      <Frame>
        <Notice title="The site’s settings are wrong" tone="bad">
          {explainError(site.error).detail}
        </Notice>
        <StartPage />
      </Frame>
    );
  }
  if (site.data === null) {
    return (
      <Frame>
        <StartPage />
      </Frame>
    );
  }
  return <ConnectedApp site={site.data} />;
}
