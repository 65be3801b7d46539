import type { Currency } from "@core/currency/Currency";
import { counted } from "@core/text/counted";
import { shortenHex } from "@core/text/shortenHex";
import type { ReactElement } from "react";
import { Amount } from "../../components/Amount";
import { Card } from "../../components/Card";
import { Empty } from "../../components/Empty";
import { Pager } from "../../components/Pager";
import { Cell, Head, Table } from "../../components/Table";
import { Units } from "../../components/Units";
import { usePages } from "../../components/usePages";
import { holderHref } from "../../lib/site/Route";
import { QueryBoundary } from "../chain/QueryBoundary";
import { GrantBadges } from "./GrantBadges";
import type { PlanCardProps } from "./PlanCardProps";
import { type LiveGrant, useGrants } from "./useGrants";

const PER_PAGE = 10;

type Props = PlanCardProps & { currency: Currency; revision: string };

/** Every grant: whose, how much of it is vested, and what can be paid now. */
export function GrantsCard({ plan, now, currency, revision }: Props): ReactElement {
  const ids = Array.from({ length: Number(now.grants) }, (_, index) => BigInt(index) + 1n);
  const { shown, page, pages, setPage } = usePages(ids, PER_PAGE);
  const grants = useGrants(plan, shown, revision);
  return (
    <Card
      hint={`${counted(ids.length, "grant")} so far. Open a holder to see how its units vest, and to claim.`}
      title="Grants"
    >
      {ids.length === 0 ? (
        <Empty>No units are granted yet.</Empty>
      ) : (
        <QueryBoundary query={grants} what="Reading the grants">
          {(found) => (
            <Table label="Grants">
              <thead>
                <tr>
                  <Head>Grant</Head>
                  <Head numeric secondary>
                    Class
                  </Head>
                  <Head numeric secondary>
                    Units
                  </Head>
                  <Head numeric>Vested</Head>
                  <Head numeric secondary>
                    Held ({currency.symbol})
                  </Head>
                  <Head numeric phoneEnd>
                    Payable ({currency.symbol})
                  </Head>
                </tr>
              </thead>
              <tbody>
                {found.map((grant) => (
                  <Row currency={currency} grant={grant} key={String(grant.id)} plan={plan} />
                ))}
              </tbody>
            </Table>
          )}
        </QueryBoundary>
      )}
      <Pager onPage={setPage} page={page} pages={pages} what="grants" />
    </Card>
  );
}

interface RowProps {
  plan: PlanCardProps["plan"];
  grant: LiveGrant;
  currency: Currency;
}

function Row({ plan, grant, currency }: RowProps): ReactElement {
  const { held = 0n, payable_ = 0n, owed = 0n } = grant.earnings[currency.index] ?? {};
  const show = (amount: bigint): ReactElement => (
    <Amount amount={amount} decimals={currency.decimals} />
  );
  return (
    <tr>
      <Cell>
        <span className="text-muted">{grant.id.toString()}</span>{" "}
        <a
          className="font-mono text-[0.8125rem] text-accent underline decoration-accent/40 underline-offset-4 hover:decoration-accent"
          href={holderHref(plan.address, grant.holder)}
          title={grant.holder}
        >
          {shortenHex(grant.holder)}
        </a>
        <span className="mt-1 block">
          <GrantBadges grant={grant} />
        </span>
      </Cell>
      <Cell numeric secondary>
        {grant.class}
      </Cell>
      <Cell numeric secondary>
        <Units units={grant.units} />
      </Cell>
      <Cell numeric>
        <Units units={grant.vested} />
        <span className="block text-xs text-muted sm:hidden">
          of <Units units={grant.units} />
        </span>
      </Cell>
      <Cell numeric secondary>
        {show(held)}
      </Cell>
      <Cell numeric phoneEnd>
        {show(payable_ + owed)}
      </Cell>
    </tr>
  );
}
