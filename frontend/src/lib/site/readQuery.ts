import { LinkError } from "./LinkError";
import { readAddress } from "./readAddress";
import { readChainNumber } from "./readChainNumber";
import { readWebUrl } from "./readWebUrl";
import type { SiteQuery } from "./Site";

/** Reads `?chain=<id>&program=<0x…>&rpc=<url>&explorer=<url>`. */
export function readQuery(search: string): SiteQuery {
  const query = new URLSearchParams(search);
  return {
    chainId: readPart(query, "chain", readChainNumber),
    rpcUrl: readPart(query, "rpc", readWebUrl),
    program: readPart(query, "program", readAddress),
    explorer: readPart(query, "explorer", readWebUrl),
  };
}

function readPart<Part>(
  query: URLSearchParams,
  name: string,
  read: (text: string, field: string) => Part,
): Part | undefined {
  const text = query.get(name);
  if (!text) return undefined;
  try {
    return read(text, name);
  } catch (error) {
    throw new LinkError(error instanceof Error ? error.message : String(error));
  }
}
