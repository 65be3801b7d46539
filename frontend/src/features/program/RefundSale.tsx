import { nameOfId } from "@core/ids/nameOfId";
import { toId } from "@core/ids/toId";
import { formatAmount } from "@core/text/formatAmount";
import { parseAmount } from "@core/text/parseAmount";
import { type ReactElement, useState } from "react";
import { Amount } from "../../components/Amount";
import { Field } from "../../components/Field";
import { useHistoryLink } from "../chain/useHistory";
import { useHolders } from "../chain/useHolders";
import { ReasonField } from "../transaction/ReasonField";
import { UnfoldAct } from "../transaction/UnfoldAct";
import { canRefund } from "./canRefund";
import { refundOf } from "./refundOf";
import type { SaleActsProps } from "./SaleActsProps";

/** The operator, or the attributor, takes a held sale back, in whole or in part. */
export function RefundSale(props: SaleActsProps): ReactElement | null {
  const { card, sale } = props;
  const { program, currency, revision } = card;
  const { symbol, decimals } = currency;
  const past = useHistoryLink(program.address);
  const holders = useHolders(program, revision).data;
  const left = sale.amount - sale.refunded;
  const [id, setId] = useState("");
  const [text, setText] = useState("");
  const [reason, setReason] = useState("");
  if (holders === undefined) return null;
  const typed = id.trim();
  const isRepeated = sale.refunds.some((refund) => refund.id === toId(typed));
  const parsed = text.trim() === "" ? { amount: left } : parseAmount(text.trim(), symbol, decimals);
  const amount = "amount" in parsed ? parsed.amount : undefined;
  const isTooMuch = amount !== undefined && amount > left;
  const rest = `${formatAmount(left, decimals).text} ${symbol}`;
  return (
    <UnfoldAct
      call={refundOf(program.address, past, sale, { id: typed, amount: amount ?? 0n, reason })}
      done={() => ({ title: "Refunded", told: "Its lines gave back their part" })}
      hint={() => "Its lines give back their part. It cannot be undone."}
      isOpen={canRefund(props)}
      opener="Refund this sale"
      obstacle={
        typed === "" || isRepeated
          ? "Give the refund an id of its own first."
          : amount === undefined || isTooMuch
            ? "Give an amount first that is left of the sale."
            : undefined
      }
      signers={[holders.attributor, holders.operator]}
      verb="Refund"
      {...(amount !== undefined &&
        !isTooMuch && {
          amount: <Amount amount={amount} decimals={decimals} symbol={symbol} />,
        })}
      what="the refund"
    >
      <p className="text-sm text-muted">
        This is what the program’s books say of it; the customer’s money goes back as it came. A
        sale that was paid on chain is owed to its payer here.
      </p>
      <Field
        error={
          isRepeated ? `${nameOfId(toId(typed))} is a refund of this sale already.` : undefined
        }
        hint="As your shop’s records call it: a refunds file that names it later is then not counted twice"
        label="The refund’s id"
        onChange={(event) => setId(event.currentTarget.value)}
        value={id}
      />
      <Field
        error={
          isTooMuch
            ? `Of the sale ${rest} are left.`
            : "allowed" in parsed
              ? `It must be ${parsed.allowed}.`
              : undefined
        }
        hint={`All that is left, ${rest}, where it is empty`}
        inputMode="decimal"
        label={`Amount (${symbol})`}
        onChange={(event) => setText(event.currentTarget.value)}
        value={text}
      />
      <ReasonField onChange={setReason} value={reason} />
    </UnfoldAct>
  );
}
