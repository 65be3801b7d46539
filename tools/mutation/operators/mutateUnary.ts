import { type AstNode, nodeAt, spanOf, textAt } from "../AstNode.ts";
import { expression } from "../guards.ts";
import type { Change } from "../Mutant.ts";
import type { Source } from "../Source.ts";

/** Drops a `!`, and turns `true` and `false` into each other. */
export function mutateUnary(source: Source, node: AstNode): Change[] {
  const replacement = otherOf(source, node);
  if (replacement === undefined) return [];
  const at = spanOf(node);
  return [
    {
      operator: "logic",
      at,
      original: source.textOf(node),
      replacement,
      edits: [expression(at, replacement)],
    },
  ];
}

function otherOf(source: Source, node: AstNode): string | undefined {
  const operand = nodeAt(node, "subExpression");
  if (textAt(node, "operator") === "!" && operand !== undefined) return source.textOf(operand);
  if (node.nodeType !== "Literal" || node.kind !== "bool") return undefined;
  return node.value === "true" ? "false" : "true";
}
