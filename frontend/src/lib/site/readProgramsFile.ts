import { isRecord } from "./isRecord";
import { readAddress } from "./readAddress";
import { readFolder } from "./readFolder";
import { readListedChain } from "./readListedChain";
import { readOptional } from "./readOptional";
import { readTokens } from "./readTokens";
import { readWebUrl } from "./readWebUrl";
import { SiteConfigError } from "./SiteConfigError";
import type { ListedChain, ListedProgram, SiteList } from "./SiteList";

/**
 * Reads the content of `programs.json`: `{ chains: [{ id, nodes, … }], programs: [{ address, name, chain }] }`, or the short form for one
 * chain, `{ chainId, rpcUrl, programs, explorer, tokens }`.
 */
export function readProgramsFile(content: unknown): SiteList {
  try {
    if (!isRecord(content)) throw new TypeError("It must hold one JSON object.");
    return content.chains === undefined ? readShort(content) : readChains(content);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new SiteConfigError(`programs.json: ${message}`);
  }
}

function readChains({ chains, programs, rpcUrl }: Record<string, unknown>): SiteList {
  if (rpcUrl !== undefined) {
    throw new TypeError("It has “chains” and “rpcUrl”; name the node in “chains” alone.");
  }
  if (!Array.isArray(chains) || chains.length === 0) {
    throw new TypeError("“chains” must list at least one chain.");
  }
  const listed = chains.map((one, index) => readListedChain(one, `chains[${index}]`));
  const ids = listed.map(({ id }) => id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new TypeError(`“chains” lists chain ${twice} twice.`);
  if (programs !== undefined && !Array.isArray(programs)) {
    throw new TypeError("“programs” must be a list.");
  }
  return { chains: listed, programs: (programs ?? []).map(programReader(listed)) };
}

function readShort(content: Record<string, unknown>): SiteList {
  const { chainId, rpcUrl, programs, explorer, tokens } = content;
  if (typeof rpcUrl !== "string") {
    throw new TypeError("It has no “rpcUrl”: give the address of a node, or list “chains”.");
  }
  if (!Array.isArray(programs) || programs.length === 0) {
    throw new TypeError("It has no “programs”: list at least one.");
  }
  const chain = {
    ...{ id: readChainId(chainId), nodes: [readWebUrl(rpcUrl, "rpcUrl")] },
    explorer: typeof explorer === "string" ? readWebUrl(explorer, "explorer") : undefined,
    tokens: readTokens(tokens, "tokens"),
    ...{ second: undefined, genesis: undefined, factories: [] },
  };
  return { chains: [chain], programs: programs.map(programReader([chain])) };
}

function readChainId(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value === "number" && Number.isSafeInteger(value) && value > 0) return value;
  throw new TypeError(`“chainId” is ${JSON.stringify(value)}, not a number.`);
}

function programReader(chains: readonly ListedChain[]) {
  return (entry: unknown, index: number): ListedProgram => {
    const field = `programs[${index}]`;
    if (!isRecord(entry) || typeof entry.address !== "string") {
      throw new TypeError(`“${field}.address” is missing.`);
    }
    const { address, name, chain, history, creation } = entry;
    return {
      address: readAddress(address, `${field}.address`),
      name: typeof name === "string" ? name : undefined,
      chainId: chainOfProgram(chain, chains, `${field}.chain`),
      history: readOptional(history, `${field}.history`, readFolder),
      creation: readOptional(creation, `${field}.creation`, readBlock),
    };
  };
}

function readBlock(value: unknown, field: string): number {
  if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
  throw new TypeError(`“${field}” is ${JSON.stringify(value)}, not a block’s number.`);
}

/** Where one chain is listed, programs need not name it. */
function chainOfProgram(
  chain: unknown,
  chains: readonly ListedChain[],
  field: string,
): number | undefined {
  const [only, ...others] = chains;
  if (chain === undefined && others.length === 0) return only?.id;
  if (chains.some(({ id }) => id !== undefined && id === chain)) return Number(chain);
  const ids = chains.map(({ id }) => id).join(", ");
  throw new TypeError(
    `“${field}” is ${JSON.stringify(chain) ?? "missing"}. It must be one of the listed chains: ${ids}.`,
  );
}
