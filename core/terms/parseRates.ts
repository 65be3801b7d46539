import { BONUSES } from "../deal/bonuses.ts";
import { NOT_PAID } from "../deal/Terms.ts";
import { listOf } from "../text/listOf.ts";
import type { Kinds } from "./parseKinds.ts";
import type { RoleOfFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

/** A role's base rate for each kind: what names the class of products goes before what names the kind, and both before "*". */
export function parseRates(
  reader: TermsReader,
  path: string,
  role: RoleOfFile,
  kinds: Kinds,
): number[] {
  const { rates, tenure, tiers } = role;
  const additions = [tenure, tiers, ...BONUSES.map(({ key }) => role[key])];
  // A role that only has additions has a base of nothing; one without any earns no rate at all.
  const isEmpty = additions.every((addition) => addition === undefined);
  const texts = rates ?? (isEmpty ? {} : { "*": "0%" });
  const parsed = new Map(
    Object.entries(texts).map(([key, text]) => {
      checkKey(reader, `${path}.rates.${key}`, key, kinds);
      return [key, reader.percentage(`${path}.rates.${key}`, text)];
    }),
  );
  return kinds.list.map(({ plain, product, isOutcome }) => {
    const named = isOutcome ? [plain] : [plain, "*"];
    const keys = [
      ...(product === undefined ? [] : named.map((kind) => `${kind}/${product}`)),
      ...named,
    ];
    const key = keys.find((one) => parsed.has(one));
    return key === undefined ? NOT_PAID : (parsed.get(key) ?? NOT_PAID);
  });
}

function checkKey(reader: TermsReader, path: string, key: string, { list, products }: Kinds): void {
  const plain = list.filter(({ product }) => product === undefined).map(({ name }) => name);
  const [kind = "", ...rest] = key.split("/");
  if (kind !== "*" && !plain.includes(kind)) {
    const allowed = `${listOf(plain)}, or "*" for all others`;
    reader.unknown(path, "kind", kind, { names: plain, allowed });
  }
  const product = rest.join("/");
  if (rest.length > 0 && !products.includes(product)) {
    const allowed = products.length > 0 ? listOf(products) : "a class that `products` names";
    reader.unknown(path, "class of products", product, { names: products, allowed });
  }
}
