import { type AstNode, nodeAt, nodesAt, type Place, textAt, typeOf } from "./AstNode.ts";
import type { Source } from "./Source.ts";

/** The type that a bare number is taken as where it stands, or empty where that is not known. */
export function expectedType(source: Source, { node, ancestors }: Place): string {
  const parent = ancestors.at(-1);
  if (parent === undefined) return "";
  const rest = { node: parent, ancestors: ancestors.slice(0, -1) };
  switch (parent.nodeType) {
    case "BinaryOperation":
      return ofOperand(parent, node);
    case "Assignment":
      return typeOf(nodeAt(parent, "leftHandSide") ?? parent);
    case "VariableDeclarationStatement":
      return typeOf(nodesAt(parent, "declarations")[0] ?? parent);
    case "IndexAccess":
      return "uint256";
    case "FunctionCall":
      return ofArgument(source, parent, node);
    case "TupleExpression":
      return expectedType(source, rest);
    case "Conditional":
      return typeOf(parent);
    case "Return":
      return ofReturn(source, parent);
    default:
      return "";
  }
}

function ofOperand(parent: AstNode, node: AstNode): string {
  const isShift = /^(<<|>>|\*\*)$/.test(textAt(parent, "operator"));
  const isRight = nodeAt(parent, "rightExpression")?.id === node.id;
  if (isShift) return isRight ? "uint256" : typeOf(parent);
  const { typeString } = (parent.commonType ?? {}) as { typeString?: string };
  return typeString ?? "";
}

function ofReturn(source: Source, parent: AstNode): string {
  const parameters = source.declarations.get(Number(parent.functionReturnParameters));
  const all = parameters === undefined ? [] : nodesAt(parameters, "parameters");
  return all.length === 1 && all[0] !== undefined ? typeOf(all[0]) : "";
}

function ofArgument(source: Source, call: AstNode, node: AstNode): string {
  if (call.kind === "typeConversion") return typeOf(call);
  const callee = nodeAt(call, "expression");
  if (callee === undefined) return "";
  if (callee.nodeType === "NewExpression") return "uint256";
  const parameter = parametersOf(source, call, callee)[argumentIndex(call, node)];
  return parameter === undefined ? "" : typeOf(parameter);
}

function argumentIndex(call: AstNode, node: AstNode): number {
  return nodesAt(call, "arguments").findIndex(({ id }) => id === node.id);
}

/** The parameters in the order of the arguments. */
function parametersOf(source: Source, call: AstNode, callee: AstNode): readonly AstNode[] {
  const declaration = source.declarations.get(Number(callee.referencedDeclaration));
  if (declaration === undefined) return [];
  const list = nodeAt(declaration, "parameters");
  const all = list === undefined ? nodesAt(declaration, "members") : nodesAt(list, "parameters");
  const names = Array.isArray(call.names) ? call.names : [];
  const count = nodesAt(call, "arguments").length;
  if (names.length > 0) {
    return names.flatMap((name) => all.find((parameter) => parameter.name === name) ?? []);
  }
  // A function that is bound to a type gets its first argument from before the dot.
  return all.slice(all.length - count);
}
