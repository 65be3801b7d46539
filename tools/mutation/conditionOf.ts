import { type AstNode, nodeAt, nodesAt, textAt } from "./AstNode.ts";

/** What an if, a choice, a loop or a require asks. */
export function conditionOf(node: AstNode): AstNode | undefined {
  if (node.nodeType !== "FunctionCall") return nodeAt(node, "condition");
  const callee = nodeAt(node, "expression");
  const isRequire = callee !== undefined && textAt(callee, "name") === "require";
  return isRequire ? nodesAt(node, "arguments")[0] : undefined;
}
