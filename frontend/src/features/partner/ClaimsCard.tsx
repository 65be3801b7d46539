import { formatDate } from "@core/text/formatDate";
import type { ReactElement } from "react";
import { isAddressEqual } from "viem";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Empty } from "../../components/Empty";
import { HexText } from "../../components/HexText";
import { Pager } from "../../components/Pager";
import { Cell, Head, Table } from "../../components/Table";
import { usePages } from "../../components/usePages";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import { useBlockTimes } from "../chain/useBlockTimes";
import type { PartyCardProps } from "./PartyCardProps";

const PER_PAGE = 10;

/** Every payment to a party, newest first. */
export function ClaimsCard({ program, state, party }: PartyCardProps): ReactElement {
  const { explorer } = useChainInfo();
  const claims = state.ledger.claims.filter((claim) => claim.party === party).toReversed();
  const { shown, page, pages, setPage } = usePages(claims, PER_PAGE);
  const times = useBlockTimes(shown.map(({ place }) => place));
  return (
    <Card title="Payments">
      {claims.length === 0 ? (
        <Empty>Nothing was paid out yet.</Empty>
      ) : (
        <Table label="Payments">
          <thead>
            <tr>
              <Head>Paid on (UTC)</Head>
              <Head>Transaction</Head>
              <Head secondary>To</Head>
              <Head numeric>Amount (unit in the row)</Head>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ place, to, amount, currency: address }) => {
              const currency = program.currencies.find((one) => one.address === address);
              const time = times.get(place.block);
              return (
                <tr key={`${place.transaction} ${place.index}`}>
                  <Cell>{time === undefined ? "…" : formatDate(time)}</Cell>
                  <Cell>
                    <HexText
                      hex={place.transaction}
                      href={explorerLink(explorer, "tx", place.transaction)}
                      what="transaction"
                    />
                  </Cell>
                  <Cell secondary>
                    {isAddressEqual(to, party) ? (
                      "own address"
                    ) : (
                      <HexText
                        hex={to}
                        href={explorerLink(explorer, "address", to)}
                        what="address"
                      />
                    )}
                  </Cell>
                  <Cell numeric>
                    <Amount
                      amount={amount}
                      decimals={currency?.decimals ?? 0}
                      symbol={currency?.symbol ?? "?"}
                    />
                  </Cell>
                </tr>
              );
            })}
          </tbody>
        </Table>
      )}
      <Pager onPage={setPage} page={page} pages={pages} what="payments" />
    </Card>
  );
}
