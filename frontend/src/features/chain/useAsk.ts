import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Answer, Asked, QuestionName } from "../../history/QUESTIONS";
import { useChainInfo } from "./ChainContext";
import type { ProgramState } from "./ProgramState";
import { useHistoryLink } from "./useHistory";
import type { Program } from "./useProgram";

/** What a program's past answers by now; the last answer stays until there is another. */
export function useAsk<Name extends QuestionName>(
  { address }: Program,
  { version }: Pick<ProgramState, "version">,
  name: Name,
  ...asked: Asked<Name>
): UseQueryResult<Answer<Name>> {
  const { chain } = useChainInfo();
  const link = useHistoryLink(address);
  const question = ["past", chain.id, address, name, wordsOf(asked)].join(" ");
  return useQuery({
    queryKey: [question, version],
    queryFn: () => link.ask(name, asked),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    placeholderData: (last, query) => (query?.queryKey[0] === question ? last : undefined),
  });
}

function wordsOf(asked: readonly unknown[]): string {
  return JSON.stringify(asked, (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}
