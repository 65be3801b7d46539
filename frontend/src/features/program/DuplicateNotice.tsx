import { remedyOf } from "@core/ledger/findDuplicates";
import { lazy, type ReactElement, Suspense } from "react";
import { Notice } from "../../components/Notice";
import { Waiting } from "../../components/Waiting";
import { stateOf } from "../../history/duplicatesOf";
import type { FoundSale } from "../../history/QUESTIONS";
import { placeText } from "../chain/placeText";
import type { ProgramCardProps } from "./ProgramCardProps";

const VoidDuplicate = lazy(async () => {
  const { VoidDuplicate: component } = await import("../duplicate/VoidDuplicate");
  return { default: component };
});

interface Props {
  found: FoundSale;
  /** Seconds. */
  locksAt: bigint;
  card: ProgramCardProps;
}

const TOLD = {
  void: "It is too much: anyone may have it made void. What it gave goes back to whoever funded it.",
  dispute:
    "The other one does not cover it: anyone may have its lines frozen, and the arbiter decides.",
  waits: "It waits for the arbiter.",
  decided: "The arbiter has decided on it.",
  locked: "It is final: nothing can take it back.",
} as const;

/** That another sale of the same id stands before this one, and what can be done; nothing where none does. */
export function DuplicateNotice({ found, locksAt, card }: Props): ReactElement | null {
  const { state, program } = card;
  const { sale, standing } = found;
  if (standing === undefined) return null;
  const { disputes } = state.past;
  const posting = { ...sale, dispute: stateOf(disputes.get(sale.at)), locksAt: Number(locksAt) };
  const before = { ...standing, dispute: stateOf(disputes.get(standing.at)) };
  const remedy = remedyOf(before, posting, Number(state.head.time));
  const paid = standing.payer !== undefined && sale.payer === undefined;
  return (
    <div className="flex flex-col gap-3">
      <Notice title="A sale of the same id stands before this one" tone="warn">
        {`It is in ${placeText(standing.at)}, ${paid ? "and was paid on chain" : "posted earlier"}. ${TOLD[remedy]}`}
      </Notice>
      {(remedy === "void" || remedy === "dispute") && (
        <Suspense fallback={<Waiting what="Getting ready" />}>
          <VoidDuplicate
            duplicate={sale}
            program={program.address}
            remedy={remedy}
            standing={standing}
          />
        </Suspense>
      )}
    </div>
  );
}
