import { sum } from "@core/money/sum";
import { counted } from "@core/text/counted";
import type { ReactElement } from "react";
import { Amount } from "../../components/Amount";
import { Figure } from "../../components/Figure";
import { Icon } from "../../components/Icon";
import { QueryBoundary } from "../chain/QueryBoundary";
import { TokenFacts } from "../chain/TokenFacts";
import { useAsk } from "../chain/useAsk";
import { useStandingEarnings } from "../chain/useStandingEarnings";
import { useView } from "../chain/useView";
import type { ProgramCardProps } from "./ProgramCardProps";

/** Sums of one currency, and whether the program holds what it owes. */
export function TotalsCard({ program, state, currency, revision }: ProgramCardProps): ReactElement {
  const { decimals, symbol } = currency;
  const past = useAsk(program, state, "totals", currency.address);
  const totals = state.isAll ? past.data : undefined;
  const standing = useStandingEarnings(program, currency, revision);
  const frozen = useView(program, ["frozen", currency.address], revision, (read) =>
    read.frozenOf([currency.address]),
  ).data;
  const earned = sum((standing.data ?? []).flatMap(({ held, locked }) => [held, locked]));
  const isKnown = totals !== undefined && standing.data !== undefined && frozen !== undefined;
  const shared = isKnown ? totals.attributed - frozen + totals.settled + earned : undefined;
  const show = (amount: bigint | undefined): ReactElement =>
    amount === undefined ? (
      <span>…</span>
    ) : (
      <Amount amount={amount} decimals={decimals} symbol={symbol} />
    );
  return (
    <section
      aria-label={`Totals in ${symbol}`}
      className="overflow-hidden rounded-2xl border border-line bg-line"
    >
      <dl className="grid grid-cols-1 gap-px sm:grid-cols-2 lg:grid-cols-5 sm:[&>:last-child]:col-span-2 lg:[&>:last-child]:col-span-1">
        <Figure
          hint={
            totals === undefined
              ? `the past is read to ${Math.floor(state.share * 100)} %`
              : counted(totals.sales, "sale")
          }
          label="Revenue"
        >
          {show(totals?.revenue)}
        </Figure>
        <Figure hint="to partners and lines" label="Shared">
          {show(shared)}
        </Figure>
        <Figure hint="of the revenue, while held" label="Refunded">
          {show(totals?.refunded)}
        </Figure>
        <Figure hint="paid out so far" label="Claimed">
          {show(totals?.claimed)}
        </Figure>
        <Figure hint="in disputes, in nobody’s balance" label="Frozen">
          {show(frozen)}
        </Figure>
      </dl>
      <p className="mt-px bg-surface px-5 py-3 text-sm text-muted sm:px-6">
        <TokenFacts currency={currency} />
      </p>
      <SolvencyRow currency={currency} program={program} revision={revision} />
    </section>
  );
}

function SolvencyRow({
  program,
  currency,
  revision,
}: Pick<ProgramCardProps, "program" | "currency" | "revision">): ReactElement {
  const { decimals, symbol } = currency;
  const solvency = useView(program, ["solvency"], revision, (read) => read.solvency());
  const show = (amount: bigint): ReactElement => (
    <Amount amount={amount} decimals={decimals} symbol={symbol} />
  );
  return (
    <div className="mt-px flex min-h-25 items-center bg-surface px-5 py-4 text-sm sm:px-6">
      <QueryBoundary query={solvency} what="Reading what the program holds and owes">
        {(all) => {
          const own = all.find((one) => one.currency === currency.address);
          if (own === undefined) return <p>The program does not take {symbol}.</p>;
          if (!own.answers)
            return (
              <p className="text-bad">
                {symbol} does not answer, so what the program holds is not known. It owes{" "}
                {show(own.owed)}. Other currencies go on.
              </p>
            );
          const isSolvent = own.balance >= own.owed;
          return (
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span
                className={`inline-flex items-center gap-1.5 font-semibold ${isSolvent ? "text-good" : "text-bad"}`}
              >
                <Icon name={isSolvent ? "check" : "warning"} />
                {isSolvent ? "Solvent." : "Not solvent."}
              </span>
              <span>
                The program holds {show(own.balance)} and owes {show(own.owed)}, of which{" "}
                {show(own.funds)} are the operator’s unspent funds.
              </span>
              {own.uncounted > 0n && (
                <span>
                  {show(own.uncounted)} arrived by plain transfer and wait to be counted (sync).
                </span>
              )}
            </p>
          );
        }}
      </QueryBoundary>
    </div>
  );
}
