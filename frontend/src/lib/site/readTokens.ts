import { isRecord } from "./isRecord";
import { readAddress } from "./readAddress";
import { readList } from "./readList";
import { readText } from "./readText";
import type { ListedToken } from "./SiteList";

/** Reads `[{ address, symbol }]`. */
export function readTokens(value: unknown, field: string): readonly ListedToken[] {
  return readList(value, field, readToken);
}

function readToken(value: unknown, field: string): ListedToken {
  if (!isRecord(value)) throw new TypeError(`“${field}” must be an object.`);
  return {
    address: readAddress(readText(value.address, `${field}.address`), `${field}.address`),
    symbol: readText(value.symbol, `${field}.symbol`),
  };
}
