import { foldText } from "../text/foldText.ts";
import type { TermsFile } from "./TermsFile.ts";
import type { TermsReader } from "./TermsReader.ts";

/** Names by which commands call something else. */
const RESERVED = ["residual", "treasury"];

/** Roles, pools and standing lines are the sources of a statement's rows: each name means one thing. */
export function checkNames(reader: TermsReader, { roles, pools, standing }: TermsFile): void {
  const seen = new Map<string, string>();
  const names = [
    ...Object.keys(roles ?? {}).map((name) => ({ name, path: `roles.${name}` })),
    ...Object.keys(pools ?? {}).map((name) => ({ name, path: `pools.${name}` })),
    ...(standing ?? []).map(({ name }, index) => ({ name, path: `standing[${index}].name` })),
  ];
  for (const { name, path } of names) {
    const key = foldText(name);
    const first = seen.get(key);
    if (RESERVED.includes(key)) {
      reader.note(path, `the name "${name}"`, "another name, for the commands use this one");
    } else if (first !== undefined) {
      reader.note(
        path,
        first === name
          ? `"${name}", which is named twice`
          : `"${name}", which is named "${first}" before`,
        "a name that no other role, pool or standing line has",
      );
    }
    seen.set(key, first ?? name);
  }
}
