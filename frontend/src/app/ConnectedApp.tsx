import { type ReactElement, useMemo } from "react";
import { createConfig, WagmiProvider } from "wagmi";
import { Button } from "../components/Button";
import { Notice } from "../components/Notice";
import { Waiting } from "../components/Waiting";
import { ChainContext, type ChainInfo } from "../features/chain/ChainContext";
import { chainOf } from "../features/chain/chainOf";
import { useChainId } from "../features/chain/useChainId";
import { StartForm } from "../features/start/StartForm";
import { explainError } from "../lib/errors/explainError";
import type { Site } from "../lib/site/Site";
import { transportOf } from "../lib/site/transportOf";
import { Frame } from "./Frame";
import { Pages } from "./Pages";

/** Asks the node for its chain, then shows the site on it. */
export function ConnectedApp({ site }: { site: Site }): ReactElement {
  const chainId = useChainId(site.rpcUrl);
  if (chainId.isPending) {
    return (
      <Frame>
        <Waiting what={`Asking ${site.rpcUrl} for its chain`} />
      </Frame>
    );
  }
  if (chainId.isError) {
    const { title, detail } = explainError(chainId.error);
    return (
      <Frame>
        <Notice
          action={<Button onClick={() => void chainId.refetch()}>Try again</Button>}
          title={`${title}: ${site.rpcUrl}`}
          tone="bad"
        >
          {detail}
        </Notice>
        <StartForm program={site.programs[0]?.address} rpcUrl={site.rpcUrl} />
      </Frame>
    );
  }
  if (site.chainId !== undefined && site.chainId !== chainId.data) {
    return (
      <Frame>
        <Notice title="The node is of another chain" tone="bad">
          {`programs.json says chain ${site.chainId}, but the node at ${site.rpcUrl} is of chain ${chainId.data}. Correct one of them.`}
        </Notice>
      </Frame>
    );
  }
  return <OnChain chainId={chainId.data} site={site} />;
}

function OnChain({ site, chainId }: { site: Site; chainId: number }): ReactElement {
  const { rpcUrl, explorer } = site;
  const info = useMemo<ChainInfo>(() => {
    const chain = chainOf(chainId, rpcUrl);
    return { chain, rpcUrl, explorer: explorer ?? chain.blockExplorers?.default.url };
  }, [chainId, rpcUrl, explorer]);
  const config = useMemo(
    () =>
      createConfig({
        chains: [info.chain],
        transports: { [info.chain.id]: transportOf(rpcUrl) },
        multiInjectedProviderDiscovery: true,
      }),
    [info, rpcUrl],
  );
  return (
    <ChainContext value={info}>
      <WagmiProvider config={config}>
        <Pages site={site} />
      </WagmiProvider>
    </ChainContext>
  );
}
