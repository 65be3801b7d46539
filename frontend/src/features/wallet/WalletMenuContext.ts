import { createContext, useContext } from "react";

interface WalletMenuState {
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

export const WalletMenuContext = createContext<WalletMenuState>({
  isOpen: false,
  setOpen: () => {},
});

/** Opens the page's wallet menu from wherever a wallet is needed. */
export function useWalletMenu(): WalletMenuState {
  return useContext(WalletMenuContext);
}
