import type { ReactElement } from "react";
import type { Address } from "viem";
import { useConnection, useDisconnect } from "wagmi";
import { Button } from "../../components/Button";
import { HexText } from "../../components/HexText";
import { holderHref, partnerHref, type Route } from "../../lib/site/Route";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import { WrongChain } from "./WrongChain";

interface Props {
  address: Address;
  route: Route;
}

/** Who is connected, where their money is shown, and the way out. */
export function ConnectedWallet({ address, route }: Props): ReactElement {
  const { explorer } = useChainInfo();
  const { connector } = useConnection();
  const disconnect = useDisconnect();
  const own = ownPageOf(route, address);
  return (
    <div className="flex flex-col gap-3 text-sm">
      <div className="flex items-center justify-between gap-3">
        <span className="text-muted">Connected</span>
        <HexText hex={address} href={explorerLink(explorer, "address", address)} what="address" />
      </div>
      <WrongChain />
      {own !== undefined && (
        <a
          className="inline-flex min-h-10 items-center justify-center rounded-lg bg-accent px-4 font-semibold text-on-accent hover:bg-accent-strong"
          href={own.href}
        >
          {own.label}
        </a>
      )}
      <Button
        disabled={disconnect.isPending}
        onClick={() => disconnect.mutate(connector === undefined ? {} : { connector })}
      >
        Disconnect
      </Button>
    </div>
  );
}

/** Where whoever is connected finds what is theirs, in what the page shows. */
function ownPageOf(
  route: Route,
  address: Address,
): { readonly href: string; readonly label: string } | undefined {
  if ("program" in route)
    return { href: partnerHref(route.program, address), label: "My money in this program" };
  if ("plan" in route)
    return { href: holderHref(route.plan, address), label: "My units in this plan" };
  return undefined;
}
