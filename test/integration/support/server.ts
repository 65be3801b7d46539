import hre from "hardhat";
import { freePort } from "../../../scripts/cli/local/freePort.ts";

export interface Server {
  readonly url: string;
  close(): Promise<void>;
}

/** A chain that answers JSON-RPC over HTTP, as `hardhat node` does. */
export async function startServer(
  initialDate: string,
  chainId = 31_337,
  more: { readonly allowBlocksWithSameTimestamp?: boolean } = {},
): Promise<Server> {
  const port = await freePort(18_545);
  const override = { initialDate, chainId, ...more };
  const server = await hre.network.createServer(
    { network: "default", override },
    "127.0.0.1",
    port,
  );
  await server.listen();
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
