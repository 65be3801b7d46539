import type { LedgerSale } from "@core/ledger/Ledger";
import type { ReactElement } from "react";
import type { Address } from "viem";
import { useHistoryLink } from "../chain/useHistory";
import { ActButton } from "../transaction/ActButton";
import { voidDuplicateOf } from "./voidDuplicateOf";

interface Props {
  program: Address;
  standing: LedgerSale;
  duplicate: LedgerSale;
  /** What the program will do. */
  remedy: "void" | "dispute";
}

const VERBS = { void: "Make it void", dispute: "Have it frozen" } as const;
const DONE = { void: "It is void", frozen: "It is frozen until the arbiter decides" } as const;

/** Has a sale that has another one's id made void, or frozen for the arbiter, and shows every step of it. */
export function VoidDuplicate({ program, standing, duplicate, remedy }: Props): ReactElement {
  const past = useHistoryLink(program);
  return (
    <ActButton
      call={voidDuplicateOf(program, past, standing, duplicate)}
      done={(fate) => ({ title: DONE[fate], told: "Done" })}
      hint={() => "You pay the gas, and gain nothing by it."}
      verb={VERBS[remedy]}
      what="it"
    />
  );
}
