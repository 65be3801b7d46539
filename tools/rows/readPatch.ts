/** A place of a file that a patch changes, with the lines around it by which it is found. */
export interface Hunk {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** Reads a unified diff. Lines are found by what stands there, so the numbers in it say nothing. */
export function readPatch(text: string): Hunk[] {
  const hunks: { file: string; from: string[]; to: string[] }[] = [];
  let file = "";
  for (const line of text.split("\n")) {
    if (line.startsWith("+++ b/")) file = line.slice("+++ b/".length);
    else if (line.startsWith("@@")) hunks.push({ file, from: [], to: [] });
    else if (!line.startsWith("---") || hunks.at(-1)?.file === file) addLine(hunks.at(-1), line);
  }
  return hunks.map((hunk) => ({
    file: hunk.file,
    from: hunk.from.join("\n"),
    to: hunk.to.join("\n"),
  }));
}

function addLine(hunk: { from: string[]; to: string[] } | undefined, line: string): void {
  if (line === "" || hunk === undefined) return;
  if (!line.startsWith("+")) hunk.from.push(line.slice(1));
  if (!line.startsWith("-")) hunk.to.push(line.slice(1));
}
