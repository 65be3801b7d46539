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
    const errors = errorsOf(sources);
    if (errors.length === 0) {
      return { mutants, dropped: all.filter((mutant) => !mutants.includes(mutant)), sources };
    }
    const guilty = new Set(errors.map((error) => mutantOf(error, sources)));
    const named = mutants.filter(({ number }) => guilty.has(number));
    const wrong = named.length > 0 ? named : findUncompilable(mutants, build);
    if (wrong.length === 0) {
      throw new Error(`No mutant explains what the compiler says:\n${errors[0]?.formattedMessage}`);
    }
    mutants = mutants.filter((mutant) => !wrong.includes(mutant));
  }
}

/** Those that do not compile even alone, by halves: an error can lie in what calls the changed code. */
function findUncompilable(
  mutants: readonly Mutant[],
  build: (mutants: readonly Mutant[]) => Sources,
): readonly Mutant[] {
  if (errorsOf(build(mutants)).length === 0) return [];
  if (mutants.length === 1) return mutants;
  const half = mutants.length >> 1;
  return [mutants.slice(0, half), mutants.slice(half)].flatMap((part) =>
    findUncompilable(part, build),
  );
}

function errorsOf(sources: Sources): readonly CompilerError[] {
  return compileSources(sources, { "*": { "*": ["abi"] } }).errors;
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
