import type { TermsMistake } from "./TermsMistake.ts";

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;

interface Level {
  readonly path: string;
  readonly keys: Set<string> | undefined;
  key: string;
  index: number;
}

/**
 * Keys that stand twice in one object of a JSON text, of which `JSON.parse` would silently keep the last: two roles of
 * one name. The text must be valid JSON.
 */
export function findRepeatedKeys(text: string): TermsMistake[] {
  const mistakes: TermsMistake[] = [];
  const levels: Level[] = [];
  const tokens = text.match(TOKEN) ?? [];
  for (const [at, token] of tokens.entries()) {
    const level = levels.at(-1);
    if (token === "{" || token === "[") {
      levels.push({
        path: pathOf(level),
        keys: token === "{" ? new Set() : undefined,
        key: "",
        index: 0,
      });
    } else if (token === "}" || token === "]") {
      levels.pop();
    } else if (token === "," && level !== undefined) {
      level.index++;
    } else if (level?.keys !== undefined && tokens[at + 1] === ":" && token.startsWith('"')) {
      level.key = JSON.parse(token) as string;
      if (level.keys.has(level.key)) {
        mistakes.push({ path: pathOf(level), found: "this name twice", allowed: "each name once" });
      }
      level.keys.add(level.key);
    }
  }
  return mistakes;
}

function pathOf(level: Level | undefined): string {
  if (level === undefined) return "";
  if (level.keys === undefined) return `${level.path}[${level.index}]`;
  return level.path === "" ? level.key : `${level.path}.${level.key}`;
}
