import { type AstNode, spanOf, textAt } from "../AstNode.ts";
import { conditionOf } from "../conditionOf.ts";
import { expression } from "../guards.ts";
import type { Change } from "../Mutant.ts";
import type { Source } from "../Source.ts";

/** Always, never, and just when not: of ifs, choices, loops and requires. */
export function mutateCondition(source: Source, node: AstNode): Change[] {
  const condition = conditionOf(node);
  if (condition === undefined) return [];
  const text = source.textOf(condition);
  const isChoice = node.nodeType === "IfStatement" || node.nodeType === "Conditional";
  const replacements = [
    ...(isNegatedAnyway(condition) ? [] : [`!(${text})`]),
    ...(isChoice ? ["true"] : []),
    // A loop that never ends tells nothing, a require that always fails little.
    ...(isChoice || node.nodeType === "ForStatement" ? ["false"] : []),
  ].filter((replacement) => !(node.nodeType === "ForStatement" && replacement !== "false"));
  return replacements.map((replacement) => ({
    operator: "condition",
    at: spanOf(condition),
    original: text,
    replacement,
    edits: [expression(spanOf(condition), replacement)],
  }));
}

/** By its operator: a comparison or a `!`. */
function isNegatedAnyway(condition: AstNode): boolean {
  return /^([=!<>]=|[<>]|!)$/.test(textAt(condition, "operator"));
}
