import { type AstNode, nodeAt, type Place, spanOf, textAt, typeOf } from "../AstNode.ts";
import { statement } from "../guards.ts";
import type { Change } from "../Mutant.ts";
import type { Source } from "../Source.ts";

const REMOVABLE = new Set([
  "ExpressionStatement",
  "EmitStatement",
  "RevertStatement",
  "Continue",
  "Break",
]);

const COMPOUND: Readonly<Record<string, string>> = {
  "+=": "-=",
  "-=": "+=",
  "|=": "&=",
  "&=": "|=",
  "*=": "+=",
};

/** Leaves a statement out; turns `+=` into `-=` or `=`, and `++` into `--`. */
export function mutateStatement(source: Source, { node, ancestors }: Place): Change[] {
  if (!REMOVABLE.has(node.nodeType) || isStepOfLoop(node, ancestors)) return [];
  const text = source.textOf(node);
  // Some of these nodes end before their semicolon, some behind it.
  const { start, end } = spanOf(node);
  const at =
    source.text[end] === ";" && !text.endsWith(";") ? { start, end: end + 1 } : { start, end };
  return ["", ...otherSteps(source, node)].map((replacement) => ({
    operator: replacement === "" ? "removal" : "assignment",
    at,
    original: text,
    replacement,
    edits: [statement(at, replacement)],
  }));
}

function isStepOfLoop(node: AstNode, ancestors: readonly AstNode[]): boolean {
  const parent = ancestors.at(-1);
  return parent?.nodeType === "ForStatement" && nodeAt(parent, "body")?.id !== node.id;
}

function otherSteps(source: Source, node: AstNode): string[] {
  const step = nodeAt(node, "expression");
  if (step === undefined) return [];
  if (step.nodeType === "Assignment") return otherAssignments(source, step);
  const operator = textAt(step, "operator");
  const other = operator === "++" ? "--" : "++";
  return /^(\+\+|--)$/.test(operator) ? [`${source.textOf(step).replace(operator, other)};`] : [];
}

function otherAssignments(source: Source, step: AstNode): string[] {
  const [left, right] = [nodeAt(step, "leftHandSide"), nodeAt(step, "rightHandSide")];
  const operator = textAt(step, "operator");
  if (left === undefined || right === undefined || !/int/.test(typeOf(left))) return [];
  const other = COMPOUND[operator];
  return other === undefined
    ? []
    : [other, "="].map((sign) => `${source.textOf(left)} ${sign} ${source.textOf(right)};`);
}
