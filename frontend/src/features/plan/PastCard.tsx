import { buildPlanStatement } from "@core/ledger/plan/statement/buildPlanStatement";
import { formatDate } from "@core/text/formatDate";
import { type ReactElement, useMemo } from "react";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Pager } from "../../components/Pager";
import { Cell, Head, Table } from "../../components/Table";
import { Units } from "../../components/Units";
import { usePages } from "../../components/usePages";
import type { HolderCardProps, WithPast } from "./HolderCardProps";

const PER_PAGE = 10;

/** All that happened to a holder's grants, newest first, and what each came to. */
export function PastCard({ plan, past, grants }: HolderCardProps & WithPast): ReactElement {
  const { history } = past;
  const ids = grants.map(({ id }) => String(id)).join(" ");
  const entries = useMemo(() => {
    const told = new Set(ids.split(" ").map(BigInt));
    return buildPlanStatement(plan, history, told).entries.toReversed();
  }, [plan, history, ids]);
  const { shown, page, pages, setPage } = usePages(entries, PER_PAGE);
  return (
    <Card
      hint="From the plan’s events. What came in, was paid or was lost, and what was vested then."
      title="What happened"
    >
      <Table label="What happened">
        <thead>
          <tr>
            <Head>When (UTC)</Head>
            <Head>What</Head>
            <Head numeric phoneEnd>
              Amount (unit in the row)
            </Head>
            <Head numeric secondary>
              Vested (units)
            </Head>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ time, id, what, money, vested }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: several things may happen at one time
            <tr key={`${page} ${index}`}>
              <Cell>
                <span className="whitespace-nowrap">{formatDate(time)}</span>
              </Cell>
              <Cell>
                {what}
                {grants.length > 1 && (
                  <span className="block text-xs text-muted">grant {id.toString()}</span>
                )}
              </Cell>
              <Cell numeric phoneEnd>
                {money !== undefined && (
                  <Amount
                    amount={money.amount}
                    decimals={money.currency.decimals}
                    symbol={money.currency.symbol}
                  />
                )}
              </Cell>
              <Cell numeric secondary>
                <Units units={vested} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <Pager onPage={setPage} page={page} pages={pages} what="what happened" />
    </Card>
  );
}
