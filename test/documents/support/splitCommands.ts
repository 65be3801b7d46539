/** A shell script's commands, each with its continued lines or here-document; comments and blank lines fall away. */
export function splitCommands(script: string): string[] {
  const lines = script.split("\n");
  const commands: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const first = lines[at] ?? "";
    if (first.trim() === "" || first.trimStart().startsWith("#")) continue;
    const parts = [first];
    while (parts.at(-1)?.endsWith("\\") === true) parts.push(lines[++at] ?? "");
    const [, end] = /<<'?(\w+)'?/.exec(first) ?? [];
    while (end !== undefined && parts.at(-1) !== end && at < lines.length) {
      parts.push(lines[++at] ?? "");
    }
    commands.push(parts.join("\n"));
  }
  return commands;
}
