import { type AstNode, nodeAt, type Place, textAt } from "./AstNode.ts";
import type { Change, Mutant } from "./Mutant.ts";
import { mutateArguments } from "./operators/mutateArguments.ts";
import { mutateBinary } from "./operators/mutateBinary.ts";
import { mutateCondition } from "./operators/mutateCondition.ts";
import { type ConstantUse, mutateConstant } from "./operators/mutateConstant.ts";
import { mutateModifiers } from "./operators/mutateModifiers.ts";
import { mutateNumber } from "./operators/mutateNumber.ts";
import { mutateReturn } from "./operators/mutateReturn.ts";
import { mutateStatement } from "./operators/mutateStatement.ts";
import { mutateUnary } from "./operators/mutateUnary.ts";
import { mutateYul } from "./operators/mutateYul.ts";
import { placesOf } from "./placesOf.ts";
import { createSource, type Source } from "./Source.ts";

/** Every mutant of these files, numbered in the order of the files. */
export function findMutants(
  asts: ReadonlyMap<string, AstNode>,
  texts: ReadonlyMap<string, string>,
): Mutant[] {
  const trees = [...texts.keys()].flatMap((file) => {
    const ast = asts.get(file);
    return ast === undefined ? [] : [{ file, places: placesOf(ast) }];
  });
  const declarations = new Map(
    [...asts.values()]
      .flatMap(placesOf)
      .flatMap(({ node }) => (typeof node.id === "number" ? [[node.id, node]] : [])),
  );
  const uses = trees.flatMap(({ file, places }) =>
    places.filter(isRead).map(({ node }): ConstantUse => ({ file, node })),
  );
  return trees
    .flatMap(({ file, places }) => {
      const source = createSource(file, texts.get(file) ?? "", declarations);
      return places.flatMap((place) =>
        changesOf(source, place, uses).map((change) => ({
          ...change,
          file,
          line: source.text.slice(0, change.at.start).split("\n").length,
          column: change.at.start - source.text.lastIndexOf("\n", change.at.start - 1),
          within: functionOf(place),
        })),
      );
    })
    .map((mutant, index) => ({ ...mutant, number: index + 1 }));
}

function changesOf(source: Source, place: Place, uses: readonly ConstantUse[]): Change[] {
  const { node } = place;
  if (node.nodeType.startsWith("Yul")) return mutateYul(source, place);
  if (node.nodeType === "VariableDeclaration") return mutateConstant(source, node, uses);
  if (!isRead(place)) return [];
  return [
    ...mutateBinary(source, node),
    ...mutateNumber(source, place),
    ...mutateCondition(source, node),
    ...mutateStatement(source, place),
    ...mutateArguments(source, node),
    ...mutateReturn(source, node),
    ...mutateUnary(source, node),
    ...mutateModifiers(source, node),
  ];
}

/** What is worked out before the code runs cannot ask which mutant it is. */
function isRead({ node, ancestors }: Place): boolean {
  return ![...ancestors, node].some(
    (one) =>
      one.nodeType === "ArrayTypeName" ||
      one.nodeType === "ModifierInvocation" ||
      (one.nodeType === "VariableDeclaration" && one.constant === true),
  );
}

function functionOf({ node, ancestors }: Place): string {
  const definition = [...ancestors, node].findLast((one) => one.nodeType === "FunctionDefinition");
  return definition === undefined ? "" : textAt(definition, "name") || textAt(definition, "kind");
}

/** The assembly blocks of a file: each learns the active mutant's number from outside. */
export function assemblyBlocksOf(ast: AstNode): readonly AstNode[] {
  return placesOf(ast).flatMap(({ node }) =>
    node.nodeType === "InlineAssembly" && nodeAt(node, "AST") !== undefined ? [node] : [],
  );
}
