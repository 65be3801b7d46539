import { readAddress } from "./readAddress";
import { readWebUrl } from "./readWebUrl";
import type { ListedProgram, Site } from "./Site";
import { SiteConfigError } from "./SiteConfigError";

/** Reads the content of `programs.json`: `{ chainId, rpcUrl, programs: [{ address, name }], explorer }`. */
export function readProgramsFile(content: unknown): Site {
  if (!isRecord(content)) throw new SiteConfigError("programs.json must hold one JSON object.");
  const { chainId, rpcUrl, programs, explorer } = content;
  if (typeof rpcUrl !== "string") {
    throw new SiteConfigError("programs.json has no “rpcUrl”: give the address of a node.");
  }
  if (!Array.isArray(programs) || programs.length === 0) {
    throw new SiteConfigError("programs.json has no “programs”: list at least one.");
  }
  return {
    rpcUrl: readWebUrl(rpcUrl, "rpcUrl"),
    chainId: readChainId(chainId),
    programs: programs.map(readProgram),
    explorer: typeof explorer === "string" ? readWebUrl(explorer, "explorer") : undefined,
  };
}

function readChainId(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
  throw new SiteConfigError(`programs.json: “chainId” is ${JSON.stringify(value)}, not a number.`);
}

function readProgram(entry: unknown, index: number): ListedProgram {
  const field = `programs[${index}].address`;
  if (!isRecord(entry) || typeof entry.address !== "string") {
    throw new SiteConfigError(`programs.json: “${field}” is missing.`);
  }
  return {
    address: readAddress(entry.address, field),
    name: typeof entry.name === "string" ? entry.name : undefined,
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
