import { previewLeave } from "@core/ledger/plan/previewLeave";
import { type ReactElement, useMemo } from "react";
import { Amount } from "../../components/Amount";
import { Cell, Head, Table } from "../../components/Table";
import { Units } from "../../components/Units";
import type { GrantCardProps, WithPast } from "./HolderCardProps";

/** What a holder who resigns keeps and loses on a date, with the money that has come until now. */
export function LeavePreviewTable({
  plan,
  past,
  grant,
  date,
}: GrantCardProps & WithPast & { date: number }): ReactElement | null {
  const { ledger } = past;
  const preview = useMemo(
    () => previewLeave(ledger, grant.id, "resigned", date),
    [ledger, grant.id, date],
  );
  if (preview === undefined) return null;
  return (
    <>
      <Table label="What you keep and lose">
        <thead>
          <tr>
            <Head>What</Head>
            <Head numeric>You keep</Head>
            <Head numeric>You lose</Head>
          </tr>
        </thead>
        <tbody>
          <tr>
            <Cell>Units</Cell>
            <Cell numeric>
              <Units units={preview.kept} />
            </Cell>
            <Cell numeric>
              <Units units={preview.lost} />
            </Cell>
          </tr>
          {plan.currencies.map(({ index, symbol, decimals, address }) => (
            <tr key={address}>
              <Cell>
                <bdi>{symbol}</bdi>
              </Cell>
              <Cell numeric>
                <Amount amount={preview.money[index]?.kept ?? 0n} decimals={decimals} />
              </Cell>
              <Cell numeric>
                <Amount amount={preview.money[index]?.lost ?? 0n} decimals={decimals} />
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="text-sm text-muted">
        By the plan’s rules, with the money that has come until now and was not paid. What comes
        until that day adds to it.
      </p>
    </>
  );
}
