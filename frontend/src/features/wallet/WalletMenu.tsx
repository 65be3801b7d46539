import { shortenHex } from "@core/text/shortenHex";
import { Popover } from "radix-ui";
import type { ReactElement } from "react";
import { useConnection } from "wagmi";
import { Button } from "../../components/Button";
import { Icon } from "../../components/Icon";
import type { Route } from "../../lib/site/Route";
import { ConnectedWallet } from "./ConnectedWallet";
import { WalletList } from "./WalletList";
import { useWalletMenu } from "./WalletMenuContext";

/** The wallet in the page's head: connect, or see who is connected. */
export function WalletMenu({ route }: { route: Route }): ReactElement {
  const { address, status } = useConnection();
  const { isOpen, setOpen } = useWalletMenu();
  const isConnected = status === "connected" && address !== undefined;
  return (
    <Popover.Root onOpenChange={setOpen} open={isOpen}>
      <Popover.Trigger asChild>
        <Button look={isConnected ? "plain" : "primary"}>
          <Icon name="wallet" />
          {isConnected ? (
            <span className="font-mono text-[0.8125rem] font-medium">{shortenHex(address)}</span>
          ) : (
            labelOf(status)
          )}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          align="end"
          aria-label="Wallet"
          className="z-20 w-80 max-w-[calc(100vw-2rem)] rounded-2xl border border-line bg-surface p-4 shadow-xl"
          collisionPadding={16}
          sideOffset={8}
        >
          {isConnected ? <ConnectedWallet address={address} route={route} /> : <WalletList />}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function labelOf(status: string): string {
  return status === "connecting" || status === "reconnecting" ? "Connecting …" : "Connect wallet";
}
