import { formatDate } from "@core/text/formatDate";
import { type ReactElement, useState } from "react";
import { isAddressEqual } from "viem";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Empty } from "../../components/Empty";
import { HexText } from "../../components/HexText";
import { Pager } from "../../components/Pager";
import { Cell, Head, Table } from "../../components/Table";
import type { Answer } from "../../history/QUESTIONS";
import { useChainInfo } from "../chain/ChainContext";
import { explorerLink } from "../chain/explorerLink";
import { ReadingPast } from "../chain/PastGate";
import { useAsk } from "../chain/useAsk";
import { useBlockTimes } from "../chain/useBlockTimes";
import type { PartyCardProps } from "./PartyCardProps";

const PER_PAGE = 10;
const NONE: Answer<"claims"> = { shown: [], count: 0 };

/** Every payment to a party, newest first. */
export function ClaimsCard({ program, state, party }: PartyCardProps): ReactElement {
  const { explorer } = useChainInfo();
  const [page, setPage] = useState(0);
  const asked = useAsk(program, state, "claims", party, { page, size: PER_PAGE });
  const { shown, count } = asked.data ?? NONE;
  const pages = Math.max(1, Math.ceil(count / PER_PAGE));
  const times = useBlockTimes(shown.map(({ place }) => place));
  return (
    <Card title="Payments">
      {!state.isAll && (
        <div className="mb-6">
          <ReadingPast state={state} />
        </div>
      )}
      {count === 0 ? (
        <Empty>
          {state.isAll && asked.data !== undefined
            ? "Nothing was paid out yet."
            : "No payment is read yet."}
        </Empty>
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
      <Pager onPage={setPage} page={Math.min(page, pages - 1)} pages={pages} what="payments" />
    </Card>
  );
}
