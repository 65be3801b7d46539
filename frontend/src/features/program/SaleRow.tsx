import { sum } from "@core/money/sum";
import { formatDate } from "@core/text/formatDate";
import { type ReactElement, useId, useState } from "react";
import { Amount } from "../../components/Amount";
import { Icon } from "../../components/Icon";
import { Id } from "../../components/Id";
import { Name } from "../../components/Name";
import { Cell } from "../../components/Table";
import type { FoundSale } from "../../history/QUESTIONS";
import type { ProgramCardProps } from "./ProgramCardProps";
import { SaleDetail } from "./SaleDetail";
import { SaleMarks } from "./SaleMarks";

interface Props {
  found: FoundSale;
  /** Seconds; undefined until the node has said. */
  time: bigint | undefined;
  card: ProgramCardProps;
}

/** One sale; opens to show its lines. */
export function SaleRow({ found, time, card }: Props): ReactElement {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const { decimals } = card.currency;
  const { sale } = found;
  const kind = card.program.terms.kinds[sale.kind] ?? `kind ${sale.kind}`;
  const date = time === undefined ? "…" : formatDate(time);
  const shared = sum(sale.lines.map(({ amount, reversed }) => amount - reversed));
  return (
    <tbody>
      <tr>
        <Cell>
          <button
            aria-controls={id}
            aria-expanded={isOpen}
            className="-my-1 flex min-h-8 items-start gap-1.5 rounded py-1 text-left font-medium hover:text-accent"
            onClick={() => setOpen(!isOpen)}
            type="button"
          >
            <Icon
              className={`mt-0.5 text-muted transition-transform ${isOpen ? "rotate-90" : ""}`}
              name="chevron"
            />
            <span>
              <Id id={sale.id} />
              <SaleMarks
                dispute={card.state.past.disputes.get(sale.at)}
                isDuplicate={found.standing !== undefined}
                now={card.state.head.time}
                sale={sale}
              />
              <span className="block text-xs font-normal text-muted sm:hidden">
                <Name text={kind} /> · {date}
              </span>
            </span>
          </button>
        </Cell>
        <Cell secondary>
          <Name text={kind} />
        </Cell>
        <Cell secondary>
          <span className="whitespace-nowrap">{date}</span>
        </Cell>
        <Cell numeric phoneEnd>
          <Amount amount={sale.amount} decimals={decimals} />
          <span className="block text-xs whitespace-nowrap text-muted sm:hidden">
            to partners <Amount amount={shared} decimals={decimals} />
          </span>
          {sale.refunded > 0n && (
            <span className="block text-xs whitespace-nowrap text-muted sm:hidden">
              refunded <Amount amount={sale.refunded} decimals={decimals} />
            </span>
          )}
        </Cell>
        <Cell numeric secondary>
          {sale.refunded > 0n ? <Amount amount={sale.refunded} decimals={decimals} /> : "–"}
        </Cell>
        <Cell numeric secondary>
          <Amount amount={shared} decimals={decimals} />
        </Cell>
      </tr>
      {isOpen && (
        <tr id={id}>
          <td className="border-b border-line bg-raised/60 px-3 py-4 sm:p-6" colSpan={6}>
            <SaleDetail card={card} found={found} />
          </td>
        </tr>
      )}
    </tbody>
  );
}
