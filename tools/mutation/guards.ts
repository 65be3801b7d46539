import type { Span } from "./AstNode.ts";
import type { Edit } from "./Mutant.ts";

// Every mutant of a batch is compiled into the same code, behind a question: is it me? See `Switch.sol`.

/** Brackets what a mutant puts in, so that an error of the compiler finds its mutant. */
export function marked(text: string, number: number): string {
  return `/*<${number}*/${text}/*${number}>*/`;
}

/** Another value in place of an expression. */
export function expression(at: Span, replacement: string): Edit {
  return {
    ...at,
    wrap: (inner, number) =>
      `(isMutant(${number}) ? (${marked(replacement, number)}) : (${inner}))`,
  };
}

/** Another statement, or none, in place of one. */
export function statement(at: Span, replacement: string): Edit {
  return {
    ...at,
    wrap: (inner, number) =>
      `{ if (isMutant(${number})) { ${marked(replacement, number)} } else { ${inner} } }`,
  };
}
