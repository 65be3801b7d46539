import { programAbi } from "@generated/abis/Program";
import type { UseQueryResult } from "@tanstack/react-query";
import { type Views, viewsOf } from "../../lib/site/viewsOf";
import { useAnswers } from "./useAnswers";
import type { Program } from "./useProgram";
import { useReader } from "./useReader";

/** Reads the program's views. */
export function useView<Data>(
  { address }: Program,
  key: readonly string[],
  revision: string,
  ask: (views: Views<typeof programAbi>) => Promise<Data>,
): UseQueryResult<Data> {
  const client = useReader();
  const views = viewsOf(client, address, programAbi);
  return useAnswers(address, key, revision, () => ask(views));
}
