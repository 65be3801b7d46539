import { readFileSync } from "node:fs";
import type { Address, Hex } from "viem";

interface Artifact {
  readonly bytecode: Hex | { readonly object: Hex; readonly linkReferences: LinkReferences };
}

/** By file and library: the places of its address, in bytes. */
type LinkReferences = Readonly<
  Record<string, Readonly<Record<string, readonly { readonly start: number }[]>>>
>;

/** An address in hexadecimal digits. */
const DIGITS = 40;

/** Creation code as a package ships it: compiled by its authors, with their settings. */
export function shippedCode(
  artifact: string,
  libraries: Readonly<Record<string, Address>> = {},
): Hex {
  const path = new URL(`../../node_modules/${artifact}`, import.meta.url);
  const { bytecode } = JSON.parse(readFileSync(path, "utf8")) as Artifact;
  if (typeof bytecode === "string") return bytecode;
  let code: string = bytecode.object;
  for (const [name, places] of Object.values(bytecode.linkReferences).flatMap(Object.entries)) {
    const address = libraries[name];
    if (address === undefined) throw new RangeError(`${artifact} needs the library ${name}`);
    for (const { start } of places) {
      const at = 2 + 2 * start;
      code = code.slice(0, at) + address.slice(2).toLowerCase() + code.slice(at + DIGITS);
    }
  }
  return code as Hex;
}
