import type { Currency } from "@core/currency/Currency";
import { ETHER } from "@core/currency/ETHER";
import type { ReactElement } from "react";
import { isAddressEqual } from "viem";
import { Badge } from "../../components/Badge";
import { AddressText } from "./AddressText";
import { useChainInfo } from "./ChainContext";
import { useLookAlike } from "./useLookAlike";

/** Which token the amounts are in: its address, whether the site's list knows it, and what it could be taken for. */
export function TokenFacts({ currency }: { currency: Currency }): ReactElement {
  const { chain, listed } = useChainInfo();
  const alike = useLookAlike(currency);
  const { address, symbol } = currency;
  if (address === ETHER) return <span>The own coin of {chain.name}</span>;
  const isListed = listed?.tokens.some((token) => isAddressEqual(token.address, address)) ?? false;
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
      <span className="inline-flex flex-wrap items-center gap-x-1">
        The token at <AddressText address={address} />
      </span>
      {isListed ? (
        <Badge icon="check" tone="good">
          on this site’s list
        </Badge>
      ) : (
        <Badge>not on this site’s list</Badge>
      )}
      {!isListed && alike.data != null && (
        <span className="basis-full font-medium text-bad">
          Its symbol {symbol} looks like {alike.data.symbol}, and it is not{" "}
          {alike.data.address === undefined ? (
            "the chain’s own coin"
          ) : (
            <>
              the {alike.data.symbol} that this site lists, at{" "}
              <AddressText address={alike.data.address} />
            </>
          )}
          . Anybody can give a token any symbol.
        </span>
      )}
    </span>
  );
}
