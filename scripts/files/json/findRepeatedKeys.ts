import type { JsonMistake } from "../../../core/json/JsonMistake.ts";

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
export function findRepeatedKeys(text: string): JsonMistake[] {
  const mistakes: JsonMistake[] = [];
  const levels: Level[] = [];
  const tokens = text.match(TOKEN) ?? [];
  for (const [at, token] of tokens.entries()) {
    const level = levels.at(-1);
    const isKey = tokens[at + 1] === ":" && token.startsWith('"');
    if (isKey && level?.keys !== undefined) {
      if (isRepeated(level, level.keys, JSON.parse(token) as string)) {
        mistakes.push({ path: pathOf(level), found: "this name twice", allowed: "each name once" });
      }
    } else {
      follow(levels, token);
    }
  }
  return mistakes;
}

function isRepeated(level: Level, keys: Set<string>, key: string): boolean {
  level.key = key;
  if (keys.has(key)) return true;
  keys.add(key);
  return false;
}

/** Keeps track of the objects and arrays that a token opens, closes or goes on with. */
function follow(levels: Level[], token: string): void {
  const level = levels.at(-1);
  if (token === "{" || token === "[") {
    const keys = token === "{" ? new Set<string>() : undefined;
    levels.push({ path: pathOf(level), keys, key: "", index: 0 });
  } else if (token === "}" || token === "]") {
    levels.pop();
  } else if (token === "," && level !== undefined) {
    level.index++;
  }
}

function pathOf(level: Level | undefined): string {
  if (level === undefined) return "";
  if (level.keys === undefined) return `${level.path}[${level.index}]`;
  return level.path === "" ? level.key : `${level.path}.${level.key}`;
}
