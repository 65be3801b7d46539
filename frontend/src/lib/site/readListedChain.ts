import { type Hash, isHash } from "viem";
import { isRecord } from "./isRecord";
import { readAddress } from "./readAddress";
import { readList } from "./readList";
import { readOptional } from "./readOptional";
import { readText } from "./readText";
import { readTokens } from "./readTokens";
import { readWebUrl } from "./readWebUrl";
import type { ListedChain } from "./SiteList";

/** Reads one of `chains`: `{ id, nodes, second, genesis, explorer, tokens: [{ address, symbol }], factories }`. */
export function readListedChain(entry: unknown, field: string): ListedChain {
  if (!isRecord(entry)) throw new TypeError(`“${field}” must be an object.`);
  const { id, nodes, second, genesis, explorer, tokens, factories } = entry;
  if (typeof id !== "number" || !Number.isSafeInteger(id) || id <= 0) {
    throw new TypeError(`“${field}.id” is ${JSON.stringify(id) ?? "missing"}, not a number.`);
  }
  const urls = readList(nodes, `${field}.nodes`, readUrl);
  if (urls.length === 0) {
    throw new TypeError(`“${field}.nodes” is empty: give the address of at least one node.`);
  }
  return {
    ...{ id, nodes: urls },
    second: readOptional(second, `${field}.second`, readUrl),
    genesis: readOptional(genesis, `${field}.genesis`, readHash),
    explorer: readOptional(explorer, `${field}.explorer`, readUrl),
    tokens: readTokens(tokens, `${field}.tokens`),
    factories: readList(factories, `${field}.factories`, (one, at) =>
      readAddress(readText(one, at), at),
    ),
  };
}

function readUrl(value: unknown, field: string): string {
  return readWebUrl(readText(value, field), field);
}

function readHash(value: unknown, field: string): Hash {
  const text = readText(value, field).toLowerCase();
  if (isHash(text)) return text;
  throw new TypeError(`“${field}” is “${text}”. It must be a hash: 0x and 64 hexadecimal digits.`);
}
