import { type CompilerError, compileSources, type Sources } from "./compileSources.ts";
import type { Mutant } from "./Mutant.ts";

export interface Compilable {
  readonly mutants: readonly Mutant[];
  readonly dropped: readonly Mutant[];
  readonly sources: Sources;
}

/** Leaves out mutants until what is left passes the compiler's checks. */
export function dropUncompilable(
  all: readonly Mutant[],
  build: (mutants: readonly Mutant[]) => Sources,
): Compilable {
  let mutants = all;
  for (;;) {
    const sources = build(mutants);
    const { errors } = compileSources(sources, { "*": { "*": ["abi"] } });
    if (errors.length === 0) {
      return { mutants, dropped: all.filter((mutant) => !mutants.includes(mutant)), sources };
    }
    const guilty = new Set(errors.map((error) => mutantOf(error, sources)));
    const rest = mutants.filter(({ number }) => !guilty.has(number));
    if (rest.length === mutants.length) {
      throw new Error(`No mutant explains what the compiler says:\n${errors[0]?.formattedMessage}`);
    }
    mutants = rest;
  }
}

/** The mutant that an error lies in; else the first that is asked for in what the error is about. */
function mutantOf({ sourceLocation }: CompilerError, sources: Sources): number | undefined {
  if (sourceLocation === undefined) return undefined;
  const { file, start, end } = sourceLocation;
  const text = sources.get(file) ?? "";
  const before = text.slice(0, start);
  const opened = [...before.matchAll(/\/\*<(\d+)\*\//g)].map(([, number]) => Number(number));
  const enclosing = opened.findLast((number) => !before.includes(`/*${number}>*/`));
  if (enclosing !== undefined) return enclosing;
  const asked = /isMutant\((\d+)\)|activeNumber, (\d+)\)/.exec(text.slice(start, end));
  return asked === null ? undefined : Number(asked[1] ?? asked[2]);
}
