import { type AstNode, type Place, spanOf, textAt, typeOf } from "../AstNode.ts";
import { expectedType } from "../expectedType.ts";
import { expression } from "../guards.ts";
import type { Change } from "../Mutant.ts";
import type { Source } from "../Source.ts";

const INTEGER = /^u?int\d+$/;

/** A number, one more and one less: literals, what is worked out from literals alone, and a type's maximum. */
export function mutateNumber(source: Source, { node, ancestors }: Place): Change[] {
  const parent = ancestors.at(-1);
  if (parent === undefined || isConstant(parent)) return [];
  const isRational = typeOf(node).startsWith("int_const");
  if (!isRational && !isLimit(node)) return [];
  const type = isRational ? expectedType(source, { node, ancestors }) : typeOf(node);
  if (!INTEGER.test(type)) return [];
  const [at, text] = [spanOf(node), source.textOf(node)];
  return [
    ...(isLimit(node) ? [] : [`${text} + 1`]),
    ...(typeOf(node) === "int_const 0" ? [] : [`${text} - 1`]),
  ].map((replacement) => ({
    operator: "number",
    at,
    original: text,
    replacement,
    edits: [
      {
        ...at,
        // A bare number has no type of its own on the two sides of a choice.
        wrap: (inner: string, number: number) =>
          expression(at, `${type}(${replacement})`).wrap(`${type}(${inner})`, number),
      },
    ],
  }));
}

/** The compiler works out the whole of it; only the whole is mutated. */
function isConstant(parent: AstNode): boolean {
  return typeOf(parent).startsWith("int_const");
}

function isLimit(node: AstNode): boolean {
  return (
    node.nodeType === "MemberAccess" &&
    node.isPure === true &&
    /^(max|min)$/.test(textAt(node, "memberName"))
  );
}
