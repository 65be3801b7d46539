import { nameOfId } from "@core/ids/nameOfId";
import { counted } from "@core/text/counted";
import { foldText } from "@core/text/foldText";
import { type ReactElement, useMemo, useState } from "react";
import { Card } from "../../components/Card";
import { Empty } from "../../components/Empty";
import { Pager } from "../../components/Pager";
import { Search } from "../../components/Search";
import { Head, Table } from "../../components/Table";
import { usePages } from "../../components/usePages";
import { useBlockTimes } from "../chain/useBlockTimes";
import type { ProgramCardProps } from "./ProgramCardProps";
import { SaleRow } from "./SaleRow";

const PER_PAGE = 10;

/** Every sale, newest first, each with its lines. */
export function SalesCard(card: ProgramCardProps): ReactElement {
  const { state, currency } = card;
  const [search, setSearch] = useState("");
  const sales = useMemo(
    () => state.ledger.sales.filter((sale) => sale.currency === currency.address).toReversed(),
    [state.ledger, currency],
  );
  const wanted = foldText(search);
  const found = sales.filter(({ id }) => foldText(nameOfId(id)).includes(wanted));
  const { shown, page, pages, setPage } = usePages(found, PER_PAGE);
  const times = useBlockTimes(shown.map(({ place }) => place));
  return (
    <Card
      hint={`${counted(sales.length, "sale")} in ${currency.symbol}. Open one to see who earned what on it.`}
      title="Sales"
      tools={
        sales.length > PER_PAGE && (
          <Search label="Find a sale by its id" onSearch={setSearch} value={search} />
        )
      }
    >
      {found.length === 0 ? (
        <Empty>
          {sales.length === 0 ? `No sales in ${currency.symbol} yet.` : "No sale has such an id."}
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
          {shown.map((sale) => (
            <SaleRow key={sale.at} card={card} sale={sale} time={times.get(sale.place.block)} />
          ))}
        </Table>
      )}
      <Pager onPage={setPage} page={page} pages={pages} what="sales" />
    </Card>
  );
}
