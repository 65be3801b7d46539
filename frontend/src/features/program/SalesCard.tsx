import { counted } from "@core/text/counted";
import { type ReactElement, useState } from "react";
import { Card } from "../../components/Card";
import { Empty } from "../../components/Empty";
import { Pager } from "../../components/Pager";
import { Search } from "../../components/Search";
import { Head, Table } from "../../components/Table";
import type { Answer } from "../../history/QUESTIONS";
import { ReadingPast } from "../chain/PastGate";
import { useAsk } from "../chain/useAsk";
import { useBlockTimes } from "../chain/useBlockTimes";
import type { ProgramCardProps } from "./ProgramCardProps";
import { SaleRow } from "./SaleRow";

const PER_PAGE = 10;
const NONE: Answer<"sales"> = { shown: [], count: 0, all: 0 };

/** Every sale, newest first, each with its lines. */
export function SalesCard(card: ProgramCardProps): ReactElement {
  const { program, state, currency } = card;
  const [search, setSearch] = useState("");
  const [page, setPage] = useState(0);
  const asked = useAsk(program, state, "sales", currency.address, search, { page, size: PER_PAGE });
  const { shown, count, all } = asked.data ?? NONE;
  const times = useBlockTimes(shown.map(({ sale }) => sale.place));
  const pages = Math.max(1, Math.ceil(count / PER_PAGE));
  return (
    <Card
      hint={`${state.isWhole ? counted(all, "sale") : "The newest sales"} in ${currency.symbol}. Open one to see who earned what on it.`}
      title="Sales"
      tools={
        all > PER_PAGE && (
          <Search
            label="Find a sale by its id"
            onSearch={(words) => {
              setSearch(words);
              setPage(0);
            }}
            value={search}
          />
        )
      }
    >
      {!state.isWhole && (
        <div className="mb-6">
          <ReadingPast state={state} />
        </div>
      )}
      {shown.length === 0 ? (
        <Empty>
          {!state.isWhole || asked.data === undefined
            ? "None of them is read yet."
            : all === 0
              ? `No sales in ${currency.symbol} yet.`
              : "No sale has such an id."}
        </Empty>
      ) : (
        <Table label="Sales">
          <thead>
            <tr>
              <Head>Sale</Head>
              <Head secondary>Kind</Head>
              <Head secondary>Posted on (UTC)</Head>
              <Head numeric phoneEnd>
                Amount ({currency.symbol})
              </Head>
              <Head numeric secondary>
                Refunded ({currency.symbol})
              </Head>
              <Head numeric secondary>
                To partners ({currency.symbol})
              </Head>
            </tr>
          </thead>
          {shown.map((found) => (
            <SaleRow
              key={found.sale.at}
              card={card}
              found={found}
              time={times.get(found.sale.place.block)}
            />
          ))}
        </Table>
      )}
      <Pager onPage={setPage} page={Math.min(page, pages - 1)} pages={pages} what="sales" />
    </Card>
  );
}
