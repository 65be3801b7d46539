import { type AstNode, spanOf } from "../mutation/AstNode.ts";
import { conditionOf } from "../mutation/conditionOf.ts";
import { placesOf } from "../mutation/placesOf.ts";

/** A condition of an if, a choice or a require: two branches. */
export interface Condition {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

export interface MarkedSources {
  readonly sources: ReadonlyMap<string, string>;
  readonly conditions: readonly Condition[];
}

/** The file with a function for each condition, whose two lines tell which way the condition went. */
export const BRANCHES_FILE = "contracts/Branches.sol";

const HEAD = "// SPDX-License-Identifier: MIT\npragma solidity ^0.8.37;\n";
const LINES_BEFORE = 2;

/** The lines in `BRANCHES_FILE` that are run where a condition was true, and where it was false. */
export function linesOf(index: number): { readonly whenTrue: number; readonly whenFalse: number } {
  const first = LINES_BEFORE + 1 + index * 6;
  return { whenTrue: first + 2, whenFalse: first + 4 };
}

/** Has every condition pass through a function of its own. Lines stay where they are. */
export function markBranches(
  texts: ReadonlyMap<string, string>,
  asts: ReadonlyMap<string, AstNode>,
): MarkedSources {
  const conditions: Condition[] = [];
  const sources = new Map<string, string>();
  for (const [file, text] of texts) {
    const ast = asts.get(file);
    if (ast === undefined) continue;
    const before = conditions.length;
    const insertions = placesOf(ast).flatMap(({ node }) => {
      const condition = isBranch(node) ? conditionOf(node) : undefined;
      if (condition === undefined) return [];
      const { start, end } = spanOf(condition);
      conditions.push({
        file,
        line: text.slice(0, start).split("\n").length,
        text: text.slice(start, end),
      });
      return [
        { at: start, text: `branch${conditions.length - 1}(`, opens: true },
        { at: end, text: ")", opens: false },
      ];
    });
    const count = conditions.length - before;
    sources.set(file, count > 0 ? withImport(file, insert(text, insertions), before, count) : text);
  }
  sources.set(BRANCHES_FILE, `${HEAD}${conditions.map((_, index) => questionOf(index)).join("")}`);
  return { sources, conditions };
}

/** A loop runs or ends, both of which happens in any test of it. */
function isBranch({ nodeType }: AstNode): boolean {
  return nodeType === "IfStatement" || nodeType === "Conditional" || nodeType === "FunctionCall";
}

function insert(
  text: string,
  insertions: readonly { at: number; text: string; opens: boolean }[],
): string {
  // Where one condition ends as another begins, brackets close first.
  const ordered = insertions.toSorted((a, b) => a.at - b.at || Number(a.opens) - Number(b.opens));
  let [result, position] = ["", 0];
  for (const { at, text: added } of ordered) {
    result += text.slice(position, at) + added;
    position = at;
  }
  return result + text.slice(position);
}

function withImport(file: string, text: string, first: number, count: number): string {
  const path = `${"../".repeat(file.split("/").length - 2) || "./"}Branches.sol`;
  const names = Array.from({ length: count }, (_, index) => `branch${first + index}`);
  return text.replace(
    /^pragma [^;]+;/m,
    (pragma) => `${pragma} import { ${names.join(", ")} } from "${path}";`,
  );
}

function questionOf(index: number): string {
  return `function branch${index}(bool condition) pure returns (bool) {
    if (condition) {
        return true;
    }
    return false;
}
`;
}
