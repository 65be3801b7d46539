import hre from "hardhat";
import { openWorld } from "./openWorld.ts";

// Run by `startWorld`: a chain behind an RPC server with programs on it. Prints one line of JSON and stays until it is
// told to end.

const server = await hre.network.createServer({ network: "default" }, "127.0.0.1", 0);
const { address, port } = await server.listen();
const rpcUrl = `http://${address}:${port}`;
const connection = await hre.network.create({ network: "localhost", override: { url: rpcUrl } });
console.log(JSON.stringify({ rpcUrl, ...(await openWorld(connection)) }));
process.on("SIGTERM", () => process.exit(0));
