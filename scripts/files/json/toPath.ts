import { partsOf } from "./partsOf.ts";

/** "/standing/0/holder" as `standing[0].holder`, and a field of what is there. */
export function toPath(pointer: string, field?: string): string {
  return [...partsOf(pointer), ...(field === undefined ? [] : [field])].reduce((path, part) => {
    if (/^\d+$/.test(part)) return `${path}[${part}]`;
    return path === "" ? part : `${path}.${part}`;
  }, "");
}
