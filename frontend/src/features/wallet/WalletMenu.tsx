import { shortenHex } from "@core/text/shortenHex";
import { type ReactElement, useEffect, useRef } from "react";
import { useConnection } from "wagmi";
import { Button } from "../../components/Button";
import { Icon } from "../../components/Icon";
import type { Route } from "../../lib/site/Route";
import { ConnectedWallet } from "./ConnectedWallet";
import { WalletList } from "./WalletList";
import { useWalletMenu } from "./WalletMenuContext";

const ID = "wallet-menu";

/** The wallet in the page's head: connect, or see who is connected. */
export function WalletMenu({ route }: { route: Route }): ReactElement {
  const { address, status } = useConnection();
  const { isOpen, setOpen } = useWalletMenu();
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDialogElement>(null);
  const wasOpen = useRef(false);
  const isConnected = status === "connected" && address !== undefined;
  // Who has just connected goes on with what it was for.
  useEffect(() => {
    if (isConnected) setOpen(false);
  }, [isConnected, setOpen]);
  useEffect(() => {
    if (menu.current === null) return;
    if (menu.current.matches(":popover-open") !== isOpen) menu.current.togglePopover(isOpen);
    if (isOpen) menu.current.querySelector<HTMLElement>("a, button")?.focus();
    // What had the focus may be gone with the list of wallets.
    else if (wasOpen.current && document.activeElement === document.body) opener.current?.focus();
    wasOpen.current = isOpen;
  }, [isOpen]);
  return (
    <>
      <Button
        className="[anchor-name:--wallet]"
        look={isConnected ? "plain" : "primary"}
        popoverTarget={ID}
        ref={opener}
      >
        <Icon name="wallet" />
        {isConnected ? (
          <span className="font-mono text-[0.8125rem] font-medium">{shortenHex(address)}</span>
        ) : (
          labelOf(status)
        )}
      </Button>
      {/* Where a browser places nothing by another thing, it stands below the page's head. */}
      <dialog
        aria-label="Wallet"
        className="fixed inset-auto top-18 right-4 m-0 max-h-[calc(100dvh-6rem)] w-80 max-w-[calc(100vw-2rem)] rounded-2xl border border-line bg-surface p-4 text-ink shadow-xl [position-anchor:--wallet] supports-[anchor-name:--wallet]:top-[calc(anchor(bottom)+0.5rem)] supports-[anchor-name:--wallet]:right-[anchor(right)]"
        id={ID}
        onToggle={({ newState }) => setOpen(newState === "open")}
        popover="auto"
        ref={menu}
      >
        {isOpen &&
          (isConnected ? <ConnectedWallet address={address} route={route} /> : <WalletList />)}
      </dialog>
    </>
  );
}

function labelOf(status: string): string {
  return status === "connecting" || status === "reconnecting" ? "Connecting …" : "Connect wallet";
}
