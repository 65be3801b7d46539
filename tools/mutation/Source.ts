import { type AstNode, type Span, spanOf } from "./AstNode.ts";

/** A file being mutated. */
export interface Source {
  readonly file: string;
  /** A character for each byte. */
  readonly text: string;
  readonly textOf: (place: AstNode | Span) => string;
  /** Declarations of all files, by number. */
  readonly declarations: ReadonlyMap<number, AstNode>;
}

export function createSource(
  file: string,
  text: string,
  declarations: ReadonlyMap<number, AstNode>,
): Source {
  return {
    file,
    text,
    declarations,
    textOf(place) {
      const { start, end } = "nodeType" in place ? spanOf(place) : place;
      return text.slice(start, end);
    },
  };
}
