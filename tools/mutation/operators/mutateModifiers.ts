import { type AstNode, nodeAt, nodesAt, type Span, spanOf, textAt } from "../AstNode.ts";
import { marked } from "../guards.ts";
import type { Change } from "../Mutant.ts";
import type { Source } from "../Source.ts";

/**
 * Leaves a modifier out. A modifier cannot ask which mutant runs, so the function becomes one that asks and calls one of two
 * others: itself without the modifier, or as it is.
 */
export function mutateModifiers(source: Source, node: AstNode): Change[] {
  const body = nodeAt(node, "body");
  if (node.kind !== "function" || body === undefined) return [];
  const at = spanOf(node);
  return nodesAt(node, "modifiers").map((modifier) => ({
    operator: "modifier",
    at: spanOf(modifier),
    original: source.textOf(modifier),
    replacement: "",
    edits: [
      {
        ...at,
        wrap: (inner: string, number: number) => {
          const name = textAt(node, "name");
          const open = without(source, node, nodesAt(node, "modifiers"), body);
          const bare = `${without(source, node, [modifier], body)}${source.textOf(body)}`;
          return [
            `${open}{ ${dispatch(node, name, number)} }`,
            marked(asPrivate(bare, name, `${name}_${number}_without`), number),
            asPrivate(inner, name, `${name}_${number}_with`),
          ].join("\n");
        },
      },
    ],
  }));
}

/** The head of a function, some modifiers cut out. */
function without(
  source: Source,
  node: AstNode,
  modifiers: readonly AstNode[],
  body: AstNode,
): string {
  const head: Span = { start: spanOf(node).start, end: spanOf(body).start };
  return modifiers
    .map(spanOf)
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (text, { start, end }) => text.slice(0, start - head.start) + text.slice(end - head.start),
      source.textOf(head),
    );
}

function dispatch(node: AstNode, name: string, number: number): string {
  const names = parametersOf(node, "parameters").map((parameter) => textAt(parameter, "name"));
  const call = (suffix: string) => `${name}_${number}_${suffix}(${names.join(", ")})`;
  return parametersOf(node, "returnParameters").length > 0
    ? `if (isMutant(${number})) return ${call("without")}; return ${call("with")};`
    : `if (isMutant(${number})) ${call("without")}; else ${call("with")};`;
}

function parametersOf(node: AstNode, key: string): readonly AstNode[] {
  const list = nodeAt(node, key);
  return list === undefined ? [] : nodesAt(list, "parameters");
}

function asPrivate(text: string, name: string, newName: string): string {
  return text
    .replace(`function ${name}(`, `function ${newName}(`)
    .replace(/\b(external|public|internal|private)\b( payable\b)?( (view|pure)\b)?/, "private$3")
    .replace(/^([^{]*)\boverride(\([^)]*\))?/, "$1")
    .replace(/^([^{]*)\bvirtual\b/, "$1");
}
