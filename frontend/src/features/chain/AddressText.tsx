import type { ReactElement } from "react";
import { type Address, getAddress } from "viem";
import { HexText } from "../../components/HexText";
import { useChainInfo } from "./ChainContext";
import { explorerLink } from "./explorerLink";

/** An address, to copy and to look up in the chain's explorer. */
export function AddressText({ address }: { address: Address }): ReactElement {
  const { explorer } = useChainInfo();
  return (
    <HexText
      hex={getAddress(address)}
      href={explorerLink(explorer, "address", address)}
      what="address"
    />
  );
}
