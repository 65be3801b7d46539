import { didYouMean } from "../../core/text/didYouMean.ts";

/** Finds one of a list by its name; ends the process where there is none, with the nearest. */
export function findByName<T extends { readonly name: string }>(
  all: readonly T[],
  name: string,
  what: string,
): T {
  const found = all.find((one) => one.name === name);
  if (found !== undefined) return found;
  const names = all.map((one) => one.name);
  console.error(
    `There is no ${what} "${name}"${didYouMean(name, names)}. There are ${names.join(", ")}.`,
  );
  process.exit(1);
}
