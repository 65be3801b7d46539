import { useQuery } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Address } from "viem";
import { Badge } from "../../components/Badge";
import { useChainInfo } from "./ChainContext";
import { isProgramListed } from "./isProgramListed";
import { useReader } from "./useReader";

interface Props {
  address: Address;
  what: "program" | "plan";
}

/** Says of a program or a plan that the site's list does not have it, and that none of the listed factories made it. */
export function NotListed({ address, what }: Props): ReactElement | null {
  const info = useChainInfo();
  const client = useReader();
  const factories = info.listed?.factories ?? [];
  const isListed = isProgramListed(info, address);
  const made = useQuery({
    queryKey: ["made", info.chain.id, address, ...factories],
    queryFn: async () => {
      const { wasMadeBy } = await import("./wasMadeBy");
      return (await wasMadeBy(client, factories, address)) ?? "unknown";
    },
    enabled: !isListed,
    staleTime: Number.POSITIVE_INFINITY,
    retry: 1,
  });
  if (isListed || made.isPending || made.data === true) return null;
  return (
    <p className="mt-3 flex max-w-prose flex-wrap items-center gap-x-2 gap-y-1 text-sm">
      <Badge icon="warning" tone="warn">
        Not on this site’s list
      </Badge>
      <span className="text-muted">
        {made.data === false
          ? `Whoever runs this site has not listed this ${what}, and none of its factories made it: it may do otherwise than it says. Be sure that its address is the one you were told by somebody you trust.`
          : `Whoever runs this site has not listed this ${what}, and the node does not tell who made it. Be sure that its address is the one you were told by somebody you trust.`}
      </span>
    </p>
  );
}
