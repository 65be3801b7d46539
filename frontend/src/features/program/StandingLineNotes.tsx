import type { Currency } from "@core/currency/Currency";
import { amountOf } from "@core/deal/amountOf";
import type { StandingLine } from "@core/deal/Terms";
import { formatTime } from "@core/text/formatTime";
import type { ReactElement, ReactNode } from "react";
import { getAddress } from "viem";
import { Amount } from "../../components/Amount";
import { Badge } from "../../components/Badge";
import type { Program } from "../chain/useProgram";
import type { StandingLineState } from "../chain/useStandingLineStates";

interface Props {
  line: StandingLine;
  state: StandingLineState;
  currency: Currency;
  program: Program;
  now: bigint;
}

/** What is particular about a standing line now: ends, suspensions, notices, offers, caps and arrears. */
export function StandingLineNotes({
  line,
  state,
  currency,
  program,
  now,
}: Props): ReactElement | null {
  const notes = [...procedureNotes(state, now, program), ...clauseNotes(line, state, currency)];
  if (notes.length === 0) return null;
  return <span className="mt-1 flex flex-wrap gap-1.5">{notes}</span>;
}

function procedureNotes(
  state: StandingLineState,
  now: bigint,
  { currencies }: Program,
): ReactNode[] {
  const offer = currencies.find(({ address }) => address === getAddress(state.priceCurrency));
  const isOver = state.ends !== 0 && BigInt(state.ends) <= now;
  return [
    state.ends !== 0 && (
      <Badge key="ends" tone={isOver ? "plain" : "warn"}>
        {isOver ? "Ended" : "Ends"} on {formatTime(state.ends)}
      </Badge>
    ),
    state.suspended && (
      <Badge key="suspended" tone="warn">
        Suspended
      </Badge>
    ),
    state.remedy !== 0 && (
      <Badge key="notice" tone="warn">
        Notice of {state.remedy === 1 ? "suspension" : "an end"} until{" "}
        {formatTime(state.noticeUntil)}
      </Badge>
    ),
    state.agreed !== 0 && (
      <Badge key="agreed">
        {(state.agreed & 1) === 1 ? "The operator" : "The holder"} agrees to end it
      </Badge>
    ),
    state.price > 0n && (
      <Badge key="offer" tone="accent">
        Offer{" "}
        <Amount amount={state.price} decimals={offer?.decimals ?? 0} symbol={offer?.symbol ?? ""} />
        {BigInt(state.priceFrom) > now && ` from ${formatTime(state.priceFrom)} on`}
      </Badge>
    ),
  ].filter((note) => note !== false);
}

function clauseNotes(
  { clauses }: StandingLine,
  { capped, counted, arrears }: StandingLineState,
  { index, decimals, symbol }: Currency,
): ReactNode[] {
  const cap = amountOf(clauses.cap, index);
  const threshold = amountOf(clauses.threshold, index);
  const show = (amount: bigint): ReactElement => <Amount amount={amount} decimals={decimals} />;
  return [
    cap > 0n && (
      <Badge key="cap">
        {show(capped)} of its cap of {show(cap)} {symbol}
      </Badge>
    ),
    threshold > 0n && (
      <Badge key="threshold">
        {show(counted)} counted, earns beyond {show(threshold)} {symbol}
      </Badge>
    ),
    arrears > 0n && (
      <Badge key="arrears" tone="warn">
        {show(arrears)} {symbol} in arrears
      </Badge>
    ),
  ].filter((note) => note !== false);
}
