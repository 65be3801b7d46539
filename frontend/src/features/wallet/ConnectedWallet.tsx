import type { ReactElement } from "react";
import type { Address } from "viem";
import { useConnection, useDisconnect } from "wagmi";
import { Button } from "../../components/Button";
import { HexText } from "../../components/HexText";
import { partnerHref } from "../../lib/site/Route";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import { WrongChain } from "./WrongChain";

interface Props {
  address: Address;
  program: Address | undefined;
}

/** Who is connected, where their money is shown, and the way out. */
export function ConnectedWallet({ address, program }: Props): ReactElement {
  const { explorer } = useChainInfo();
  const { connector } = useConnection();
  const disconnect = useDisconnect();
  return (
    <div className="flex flex-col gap-3 text-sm">
      <div className="flex items-center justify-between gap-3">
        <span className="text-muted">Connected</span>
        <HexText hex={address} href={explorerLink(explorer, "address", address)} what="address" />
      </div>
      <WrongChain />
      {program !== undefined && (
        <a
          className="inline-flex min-h-10 items-center justify-center rounded-lg bg-accent px-4 font-semibold text-on-accent hover:bg-accent-strong"
          href={partnerHref(program, address)}
        >
          My money in this program
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
