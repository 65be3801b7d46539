import { lazy, type ReactElement, useMemo } from "react";
import { createConfig, WagmiProvider } from "wagmi";
import { Button } from "../components/Button";
import { Notice } from "../components/Notice";
import { Waiting } from "../components/Waiting";
import { ChainContext, type ChainInfo } from "../features/chain/ChainContext";
import { chainOf } from "../features/chain/chainOf";
import type { FoundNode } from "../features/node/findNode";
import { IgnoredExplorerNote } from "../features/node/IgnoredExplorerNote";
import { useNode } from "../features/node/useNode";
import { explainError } from "../lib/errors/explainError";
import { chooseExplorer } from "../lib/site/chooseExplorer";
import { NodeMismatchError } from "../lib/site/NodeMismatchError";
import type { Site } from "../lib/site/Site";
import { transportOf } from "../lib/site/transportOf";
import { Frame } from "./Frame";
import { Pages } from "./Pages";

const StartForm = lazy(async () => {
  const { StartForm: component } = await import("../features/start/StartForm");
  return { default: component };
});

/** Makes sure of the node and its chain, then shows the site on it. */
export function ConnectedApp({ site }: { site: Site }): ReactElement {
  const node = useNode(site);
  if (node.isPending) {
    return (
      <Frame>
        <Waiting what={`Asking ${site.nodes.join(", ")} for its chain`} />
      </Frame>
    );
  }
  if (node.isError) {
    return (
      <Frame>
        <NoNode error={node.error} onRetry={() => void node.refetch()} site={site} />
        <StartForm
          list={site.list}
          program={site.programs[0]?.address}
          rpcUrl={site.isForeign ? site.nodes[0] : undefined}
        />
      </Frame>
    );
  }
  return <OnChain node={node.data} site={site} />;
}

interface NoNodeProps {
  error: Error;
  site: Site;
  onRetry: () => void;
}

function NoNode({ error, site, onRetry }: NoNodeProps): ReactElement {
  if (error instanceof NodeMismatchError) {
    return (
      <Notice title="The node is of another chain" tone="bad">
        {error.message}
      </Notice>
    );
  }
  const { title, detail } = explainError(error);
  return (
    <Notice
      action={<Button onClick={onRetry}>Try again</Button>}
      title={`${title}: ${site.nodes.join(", ")}`}
      tone="bad"
    >
      {detail}
    </Notice>
  );
}

function OnChain({ site, node }: { site: Site; node: FoundNode }): ReactElement {
  const { info, ignored } = useMemo(() => describeChain(site, node), [site, node]);
  const config = useMemo(
    () =>
      createConfig({
        chains: [info.chain],
        transports: { [info.chain.id]: transportOf(node.url) },
        multiInjectedProviderDiscovery: true,
      }),
    [info, node],
  );
  return (
    <ChainContext value={info}>
      <WagmiProvider config={config}>
        <Pages
          note={<IgnoredExplorerNote explorer={info.explorer} ignored={ignored} />}
          site={site}
        />
      </WagmiProvider>
    </ChainContext>
  );
}

function describeChain(
  { chain: known, list, explorer: asked }: Site,
  { url, chainId }: FoundNode,
): { readonly info: ChainInfo; readonly ignored: string | undefined } {
  const listed = known ?? list.chains.find(({ id }) => id === chainId);
  const chain = chainOf(chainId, listed?.nodes ?? []);
  const usual = listed?.explorer ?? chain.blockExplorers?.default.url;
  const { explorer, ignored } = chooseExplorer(asked, usual, list);
  return { info: { chain, rpcUrl: url, explorer, list, listed }, ignored };
}
