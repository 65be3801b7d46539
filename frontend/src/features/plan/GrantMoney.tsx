import type { ReactElement } from "react";
import { Amount } from "../../components/Amount";
import { Cell, Head, Table } from "../../components/Table";
import type { GrantCardProps } from "./HolderCardProps";

/** What one grant has, a row for each currency. */
export function GrantMoney({ plan, grant }: GrantCardProps): ReactElement {
  return (
    <Table label={`Money of grant ${grant.id}`}>
      <caption className="sr-only">The money of grant {grant.id.toString()}</caption>
      <thead>
        <tr>
          <Head>Currency</Head>
          <Head numeric>Held</Head>
          <Head numeric>Payable</Head>
          <Head numeric secondary>
            Paid
          </Head>
        </tr>
      </thead>
      <tbody>
        {plan.currencies.map(({ index, symbol, decimals, address }) => {
          const { held = 0n, payable_ = 0n, owed = 0n, paid = 0n } = grant.earnings[index] ?? {};
          return (
            <tr key={address}>
              <Cell>
                <bdi>{symbol}</bdi>
              </Cell>
              <Cell numeric>
                <Amount amount={held} decimals={decimals} />
              </Cell>
              <Cell numeric>
                <Amount amount={payable_ + owed} decimals={decimals} />
              </Cell>
              <Cell numeric secondary>
                <Amount amount={paid} decimals={decimals} />
              </Cell>
            </tr>
          );
        })}
      </tbody>
    </Table>
  );
}
