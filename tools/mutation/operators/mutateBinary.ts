import { type AstNode, nodeAt, spanOf, textAt, typeOf } from "../AstNode.ts";
import { expression } from "../guards.ts";
import type { Change } from "../Mutant.ts";
import type { Source } from "../Source.ts";

const SWAPS: Readonly<Record<string, readonly string[]>> = {
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["/"],
  "**": ["*"],
  "<<": [">>"],
  ">>": ["<<"],
  "&": ["|"],
  "|": ["&"],
  "^": ["|"],
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "==": ["!="],
  "!=": ["=="],
  "&&": ["||"],
  "||": ["&&"],
};

/** Other operators, neighbouring boundaries, and one side of a condition alone. */
export function mutateBinary(source: Source, node: AstNode): Change[] {
  const [left, right] = [nodeAt(node, "leftExpression"), nodeAt(node, "rightExpression")];
  // What the compiler works out itself is mutated as a number, see `mutateNumber`.
  if (left === undefined || right === undefined || typeOf(node).includes("_const")) return [];
  const operator = textAt(node, "operator");
  const [a, b] = [source.textOf(left), source.textOf(right)];
  const swaps = (SWAPS[operator] ?? []).map((other) => `${a} ${other} ${b}`);
  const sides = operator === "&&" || operator === "||" ? [a, b] : [];
  const at = spanOf(node);
  return [...swaps, ...sides].map((replacement) => ({
    operator: /[<>=!]=|^[<>]$/.test(operator)
      ? "comparison"
      : sides.length > 0
        ? "logic"
        : "arithmetic",
    at,
    original: source.textOf(node),
    replacement,
    edits: [expression(at, replacement)],
  }));
}
