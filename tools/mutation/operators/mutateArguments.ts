import { type AstNode, nodesAt, spanOf, typeOf } from "../AstNode.ts";
import { expression } from "../guards.ts";
import type { Change } from "../Mutant.ts";
import type { Source } from "../Source.ts";

/** Swaps neighbouring arguments of one type. */
export function mutateArguments(source: Source, node: AstNode): Change[] {
  if (node.nodeType !== "FunctionCall" || node.kind === "typeConversion") return [];
  const all = nodesAt(node, "arguments");
  return all.flatMap((left, index) => {
    const right = all[index + 1];
    if (right === undefined || typeOf(left) !== typeOf(right) || isBare(left)) return [];
    const [a, b] = [source.textOf(left), source.textOf(right)];
    if (a === b) return [];
    return [
      {
        operator: "arguments",
        at: { start: spanOf(left).start, end: spanOf(right).end },
        original: `${a}, ${b}`,
        replacement: `${b}, ${a}`,
        edits: [expression(spanOf(left), b), expression(spanOf(right), a)],
      },
    ];
  });
}

/** Numbers and texts that have no type of their own. */
function isBare(node: AstNode): boolean {
  return /_const|literal_string/.test(typeOf(node));
}
