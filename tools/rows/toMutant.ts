import { type AstNode, nodeAt, type Span, spanOf, textAt } from "../mutation/AstNode.ts";
import type { Edit, Mutant } from "../mutation/Mutant.ts";
import { placesOf } from "../mutation/placesOf.ts";
import type { Hunk } from "./readPatch.ts";

export interface Contracts {
  readonly texts: ReadonlyMap<string, string>;
  readonly asts: ReadonlyMap<string, AstNode>;
}

interface Change extends Span {
  readonly file: string;
  readonly text: string;
}

/** A patch as one mutant: each function that it changes has both bodies, and asks which one is meant. */
export function toMutant(
  name: string,
  number: number,
  hunks: readonly Hunk[],
  contracts: Contracts,
): Mutant {
  const changes = hunks.map((hunk) => find(name, hunk, contracts.texts));
  const bodies = new Map<string, { body: Change; changes: Change[]; within: string }>();
  for (const change of changes) {
    const { body, within } = bodyAround(name, change, contracts);
    const key = `${change.file}:${body.start}`;
    const known = bodies.get(key) ?? { body, changes: [], within };
    known.changes.push(change);
    bodies.set(key, known);
  }
  const [first] = bodies.values();
  if (first === undefined) throw new Error(`${name} changes nothing.`);
  const edits = [...bodies.values()].map(({ body, changes: inside }): Edit => {
    const changed = apply(body, inside);
    return {
      file: body.file,
      start: body.start,
      end: body.end,
      wrap: (inner, on) => `{ if (isMutant(${on})) ${changed} else ${inner} }`,
    };
  });
  const before = contracts.texts.get(first.body.file)?.slice(0, first.changes[0]?.start) ?? "";
  return {
    number,
    operator: name,
    file: first.body.file,
    line: before.split("\n").length,
    column: 1,
    within: first.within,
    at: first.body,
    original: "",
    replacement: name,
    edits,
  };
}

/** Where a hunk applies: what it expects must stand there once. */
function find(name: string, { file, from, to }: Hunk, texts: Contracts["texts"]): Change {
  const parts = (texts.get(file) ?? "").split(latin1(from));
  if (parts.length !== 2) {
    throw new Error(
      `${name} no longer applies: ${file} has this ${parts.length - 1} times, not once:\n${from}`,
    );
  }
  const start = parts[0]?.length ?? 0;
  return { file, start, end: start + latin1(from).length, text: latin1(to) };
}

/** The body of the function that a change is in, but for lines that stay as they are. */
function bodyAround(
  name: string,
  change: Change,
  { texts, asts }: Contracts,
): { body: Change; within: string } {
  const { file } = change;
  const text = texts.get(file) ?? "";
  const { start, end } = changedPart(text.slice(change.start, change.end), change);
  for (const { node } of placesOf(asts.get(file) as AstNode)) {
    const block = node.nodeType === "FunctionDefinition" ? nodeAt(node, "body") : undefined;
    if (block === undefined) continue;
    const span = spanOf(block);
    if (span.start < start && span.end > end) {
      const body = { file, ...span, text: text.slice(span.start, span.end) };
      return { body, within: textAt(node, "name") };
    }
  }
  throw new Error(`${name} changes more of ${file} than the body of one function.`);
}

function changedPart(before: string, change: Change): Span {
  let [first, last] = [0, 0];
  const most = Math.min(before.length, change.text.length);
  while (first < most && before[first] === change.text[first]) first += 1;
  while (last < most - first && before.at(-1 - last) === change.text.at(-1 - last)) last += 1;
  return { start: change.start + first, end: change.end - last };
}

/** A hunk may begin ahead of the body, with the function's head: what is outside of it stays. */
function apply(body: Change, changes: readonly Change[]): string {
  let result = body.text;
  for (const change of changes.toSorted((a, b) => b.start - a.start)) {
    const start = Math.max(change.start, body.start);
    const end = Math.min(change.end, body.end);
    const ahead = start - change.start;
    const text = change.text.slice(ahead, change.text.length - (change.end - end));
    result = result.slice(0, start - body.start) + text + result.slice(end - body.start);
  }
  return result;
}

/** A character for each byte, as the compiler counts. */
function latin1(text: string): string {
  return Buffer.from(text, "utf8").toString("latin1");
}
