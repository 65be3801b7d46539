import { type AstNode, nodeAt, nodesAt, type Place, spanOf, textAt } from "../AstNode.ts";
import type { Change, Edit } from "../Mutant.ts";
import type { Source } from "../Source.ts";

const SWAPS: Readonly<Record<string, string>> = {
  add: "sub",
  sub: "add",
  mul: "add",
  div: "mul",
  shl: "shr",
  shr: "shl",
  and: "or",
  or: "and",
};
const QUESTIONS = new Set(["lt", "gt", "eq", "iszero"]);

/** Numbers one more and one less, other operators, negated questions, statements left out: of an assembly block's parts. */
export function mutateYul(source: Source, { node, ancestors }: Place): Change[] {
  // A case names a number, and nothing that is worked out.
  if (ancestors.at(-1)?.nodeType === "YulCase") return [];
  const text = source.textOf(spanOf(node));
  if (node.nodeType === "YulLiteral" && node.kind === "number") {
    return ["add", "sub"].map((name) =>
      change(node, text, `${name}(${text}, 1)`, (inner, is) => `${name}(${inner}, ${is})`),
    );
  }
  if (node.nodeType === "YulExpressionStatement" || node.nodeType === "YulAssignment") {
    return [change(node, text, "", (inner, is) => `if iszero(${is}) { ${inner} }`)];
  }
  return node.nodeType === "YulFunctionCall" ? mutateCall(source, node, text) : [];
}

function mutateCall(source: Source, node: AstNode, text: string): Change[] {
  const callee = nodeAt(node, "functionName");
  const name = callee === undefined ? "" : textAt(callee, "name");
  if (QUESTIONS.has(name)) {
    return [change(node, text, `iszero(${text})`, (inner, is) => `xor(${inner}, ${is})`)];
  }
  const other = SWAPS[name];
  if (other === undefined) return [];
  const swapped = `${other}(${nodesAt(node, "arguments").map(source.textOf).join(", ")})`;
  // Yul has no choice in expressions; both sides are plain arithmetic.
  return [
    change(
      node,
      text,
      swapped,
      (inner, is) => `add(mul(${is}, ${swapped}), mul(iszero(${is}), ${inner}))`,
    ),
  ];
}

function change(
  node: AstNode,
  original: string,
  replacement: string,
  wrap: (inner: string, isMutant: string) => string,
): Change {
  const edit: Edit = {
    ...spanOf(node),
    wrap: (inner, number) => wrap(inner, `eq(activeNumber, ${number})`),
  };
  return { operator: "assembly", at: spanOf(node), original, replacement, edits: [edit] };
}
