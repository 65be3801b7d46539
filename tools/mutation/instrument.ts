import { type AstNode, spanOf } from "./AstNode.ts";
import { assemblyBlocksOf } from "./findMutants.ts";
import type { Edit, Mutant } from "./Mutant.ts";

type NumberedEdit = Edit & { readonly number: number };

/** The source of a file with all these mutants in it, each switched off but for a run in which it is the active one. */
export function instrument(
  file: string,
  text: string,
  ast: AstNode,
  mutants: readonly Mutant[],
): string {
  const edits = mutants.flatMap(({ file: home, number, edits: all }) =>
    all.flatMap((edit) => ((edit.file ?? home) === file ? [{ ...edit, number }] : [])),
  );
  if (edits.length === 0) return text;
  const switches = assemblyBlocksOf(ast)
    .map(spanOf)
    .filter(({ start, end }) => edits.some((edit) => edit.start > start && edit.end < end))
    .map((at) => ({
      ...at,
      number: 0,
      wrap: (inner: string) => `{ uint256 activeNumber = activeMutant(); ${inner} }`,
    }));
  const root = "../".repeat(file.split("/").length - 2) || "./";
  const importing = `import { activeMutant, isMutant } from "${root}Switch.sol";\n`;
  const pragma = text.indexOf("\n", text.indexOf("pragma ")) + 1;
  const all = [
    ...edits,
    ...switches,
    { start: pragma, end: pragma, number: 0, wrap: () => importing },
  ];
  return render(text, { start: 0, end: text.length }, nested(all));
}

/** Outer edits first; of those at one place, in order. */
function nested(edits: readonly NumberedEdit[]): NumberedEdit[] {
  return edits.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function render(
  text: string,
  { start, end }: { start: number; end: number },
  edits: readonly NumberedEdit[],
): string {
  let result = "";
  let position = start;
  for (let index = 0; index < edits.length; ) {
    const first = edits[index];
    if (first === undefined) break;
    const inside = edits.slice(index).filter((edit) => edit.start < first.end || edit === first);
    const same = inside.filter((edit) => edit.start === first.start && edit.end === first.end);
    const inner = render(
      text,
      first,
      inside.filter((edit) => !same.includes(edit)),
    );
    result += text.slice(position, first.start);
    result += same.reduce((wrapped, edit) => edit.wrap(wrapped, edit.number), inner);
    position = first.end;
    index += inside.length;
  }
  return result + text.slice(position, end);
}
