import { type AstNode, nodeAt, nodesAt, spanOf, typeOf } from "../AstNode.ts";
import { expression } from "../guards.ts";
import type { Change } from "../Mutant.ts";
import type { Source } from "../Source.ts";

/** Returns nothing in place of an amount, and the opposite of an answer. */
export function mutateReturn(source: Source, node: AstNode): Change[] {
  const value = nodeAt(node, "expression");
  if (node.nodeType !== "Return" || value === undefined) return [];
  // Where several values are returned, each is one.
  const values = value.nodeType === "TupleExpression" ? nodesAt(value, "components") : [value];
  return values.flatMap((one) => {
    const replacement = otherValue(typeOf(one), source.textOf(one));
    if (replacement === undefined) return [];
    const at = spanOf(one);
    return [
      {
        operator: "return",
        at,
        original: source.textOf(one),
        replacement,
        edits: [expression(at, replacement)],
      },
    ];
  });
}

function otherValue(type: string, text: string): string | undefined {
  // A comparison that is returned has mutants enough, a bare number its own.
  if (type === "bool") return /[<>=!&|]/.test(text) ? undefined : `!(${text})`;
  return /^uint\d+$/.test(type) || /^address/.test(type) ? `${type}(0)` : undefined;
}
