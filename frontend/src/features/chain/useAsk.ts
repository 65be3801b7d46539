import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Answer, Asked, QuestionName } from "../../history/QUESTIONS";
import { useChainInfo } from "./ChainContext";
import type { ProgramState } from "./ProgramState";
import { useHistoryLink } from "./useHistory";
import type { Program } from "./useProgram";

/**
 * What a program's past answers by now. The last answer stays until there is another, but for a sum that was of a part of the past
 * while all of it is known: it would be taken for the whole.
 */
export function useAsk<Name extends QuestionName>(
  { address }: Program,
  { version, isWhole, isAll }: Pick<ProgramState, "version" | "isWhole" | "isAll">,
  name: Name,
  ...asked: Asked<Name>
): UseQueryResult<Answer<Name>> {
  const { chain } = useChainInfo();
  const link = useHistoryLink(address);
  const question = ["past", chain.id, address, name, wordsOf(asked)].join(" ");
  const known = `${isWhole} ${isAll}`;
  return useQuery({
    queryKey: [question, version, known],
    queryFn: () => link.ask(name, asked),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
    placeholderData: (last, query) => {
      const [asked, , knownThen] = query?.queryKey ?? [];
      const isOfAsMuch = knownThen === known || isPaged(last);
      return asked === question && isOfAsMuch ? last : undefined;
    },
  });
}

/** A part of a list grows, and says by itself how far it is. */
function isPaged(answer: unknown): boolean {
  return typeof answer === "object" && answer !== null && "shown" in answer;
}

function wordsOf(asked: readonly unknown[]): string {
  return JSON.stringify(asked, (_, value: unknown) =>
    typeof value === "bigint" ? `${value}n` : value,
  );
}
