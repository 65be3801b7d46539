import { type AstNode, spanOf, textAt, typeOf } from "../AstNode.ts";
import { expression } from "../guards.ts";
import type { Change } from "../Mutant.ts";
import type { Source } from "../Source.ts";

/** A use of a named constant. */
export interface ConstantUse {
  readonly file: string;
  readonly node: AstNode;
}

/** A named constant, one more, wherever it is used but in other constants. */
export function mutateConstant(
  source: Source,
  declaration: AstNode,
  uses: readonly ConstantUse[],
): Change[] {
  if (declaration.constant !== true || !/^uint\d+$/.test(typeOf(declaration))) return [];
  const places = uses.filter(({ node }) => node.referencedDeclaration === declaration.id);
  if (places.length === 0) return [];
  const name = textAt(declaration, "name");
  const edits = places.map(({ file, node }) => ({
    ...expression(spanOf(node), `${name} + 1`),
    file,
  }));
  return [
    {
      operator: "constant",
      at: spanOf(declaration),
      original: source.textOf(declaration),
      replacement: `${name} + 1`,
      edits,
    },
  ];
}
