import type { ReactElement } from "react";
import { Button } from "../../components/Button";
import { Card } from "../../components/Card";
import { hostOf } from "../../lib/site/hostOf";
import type { Site } from "../../lib/site/Site";
import { ListedNodeLink } from "./ListedNodeLink";

interface Props {
  site: Site;
  rpcUrl: string;
  onConsent: () => void;
}

/** Asks before anything is read from a node that only the link names. */
export function ConsentPage({ site, rpcUrl, onConsent }: Props): ReactElement {
  const host = hostOf(rpcUrl);
  return (
    <>
      <title>Use another node? – Tributary</title>
      <h1 className="text-3xl font-semibold tracking-tight wrap-anywhere">
        This link wants the page to ask {host}
      </h1>
      <Card title="Before you agree">
        <div className="flex max-w-prose flex-col gap-4 leading-relaxed wrap-anywhere">
          <p>
            A node is the computer that tells this page every name and every number. This site does
            not list <strong>{host}</strong>; only the link names it. Nothing was asked of it yet.
          </p>
          <p>If whoever runs it lies, this page can show</p>
          <ul className="list-disc pl-6">
            <li>a program, a sale or a balance that is not there, or hide one that is;</li>
            <li>the terms of a deal otherwise than they are;</li>
            <li>that something was paid, locked or accepted that was not.</li>
          </ul>
          <p>
            It cannot take anything from your wallet by itself, and your wallet is never told to use
            it. It sees your internet address and what you look at. Sign nothing because of numbers
            that you have from it alone.
          </p>
          <p className="font-mono text-sm text-muted">{rpcUrl}</p>
          <div className="flex flex-wrap items-center gap-4">
            <ListedNodeLink site={site} />
            <Button onClick={onConsent}>Use {host} until I close this tab</Button>
          </div>
        </div>
      </Card>
    </>
  );
}
