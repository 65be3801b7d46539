import { createContext, useContext } from "react";
import type { Comparison } from "./compareNodes";

export const ComparisonContext = createContext<Comparison | undefined>(undefined);

const DOUBT = "Two nodes say different things: the chain decides what is paid.";

/** What a claim has to say more of its amount, where two nodes say different things about it; empty where they do not. */
export function useDoubt(): string {
  const comparison = useContext(ComparisonContext);
  return comparison !== undefined && comparison.differences.length > 0 ? ` ${DOUBT}` : "";
}
