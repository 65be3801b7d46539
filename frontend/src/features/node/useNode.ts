import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { Site } from "../../lib/site/Site";
import { type FoundNode, findNode } from "./findNode";

/** Finds the site's node and makes sure of its chain, once. */
export function useNode(site: Site): UseQueryResult<FoundNode> {
  return useQuery({
    queryKey: ["node", site.chainId, ...site.nodes],
    queryFn: () => findNode(site),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
