import { type Block, MARKS, type Marks } from "./Block.ts";

const COMMENT = /^ *<!--\s(?<word>[\w ]+):\s(?<said>[\s\S]*?)\s*-->$/;
const FENCE = /^(?<indent> *)```(?<kind>\w*) *\n(?<body>[\s\S]*?\n)??\k<indent>```$/;
const TABLE = /^(?<table>\|.*(?:\n\|.*)*)/;
const PROSE = /^(?<prose>.+)$/;
const PART = new RegExp([COMMENT, FENCE, TABLE, PROSE].map(({ source }) => source).join("|"), "gm");
const WORDS: readonly string[] = MARKS;

/**
 * Finds what a page has to be held to: its fenced blocks, and the tables that a mark stands above. Marks stand right above their
 * block, blank lines aside; above prose they stand alone.
 */
export function parsePage(markdown: string): Block[] {
  const blocks: Block[] = [];
  let marks: Marks = {};
  for (const { groups = {}, index } of markdown.matchAll(PART)) {
    const { word, said = "" } = groups;
    if (word !== undefined) {
      if (WORDS.includes(word)) marks = { ...marks, [word]: said };
      continue;
    }
    const line = markdown.slice(0, index).split("\n").length;
    const found = blockOf(groups, marks);
    if (found !== undefined) blocks.push({ ...found, line, marks });
    marks = {};
  }
  if (Object.keys(marks).length > 0) blocks.push({ kind: "comment", text: "", line: 0, marks });
  return blocks;
}

type Groups = Readonly<Record<string, string | undefined>>;

function blockOf(
  { indent = "", kind, body = "", table, prose }: Groups,
  marks: Marks,
): Pick<Block, "kind" | "text"> | undefined {
  if (prose?.trimStart().startsWith("```") === true)
    throw new SyntaxError(`a block without an end, or a fence that is none: ${prose}`);
  if (kind !== undefined) {
    const lines = body.trimEnd().split("\n");
    return { kind, text: lines.map((line) => line.slice(indent.length)).join("\n") };
  }
  if (table !== undefined && marks.printed !== undefined) return { kind: "table", text: table };
  return Object.keys(marks).length === 0 ? undefined : { kind: "comment", text: "" };
}
