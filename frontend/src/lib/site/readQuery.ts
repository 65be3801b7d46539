import { readAddress } from "./readAddress";
import { readWebUrl } from "./readWebUrl";
import type { SiteQuery } from "./Site";

/** Reads `?rpc=<url>&program=<0x…>&explorer=<url>`. */
export function readQuery(search: string): SiteQuery {
  const query = new URLSearchParams(search);
  const rpc = query.get("rpc");
  const program = query.get("program");
  const explorer = query.get("explorer");
  return {
    rpcUrl: rpc ? readWebUrl(rpc, "rpc") : undefined,
    program: program ? readAddress(program, "program") : undefined,
    explorer: explorer ? readWebUrl(explorer, "explorer") : undefined,
  };
}
