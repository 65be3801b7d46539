import type { JsonCutter, JsonText } from "./LineCutter.ts";
import { RowError } from "./RowError.ts";

/** An array of objects, over any number of lines: cut by its brackets and commas outside of texts. */
export class ArrayCutter implements JsonCutter {
  readonly #file: string;
  #depth = 0;
  #isInText = false;
  #isEscaped = false;
  #isOver = false;
  #line = 1;
  #startLine = 1;
  /** Of the thing that has not ended yet. */
  #text = "";

  constructor(file: string) {
    this.#file = file;
  }

  cut(text: string): readonly JsonText[] {
    const found: JsonText[] = [];
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const before = this.#depth;
      const isMark = this.#pass(text.charAt(at));
      if (!isMark) continue;
      if (before === 1 && this.#depth === 2) this.#startLine = this.#line;
      if (before === 1 && this.#depth <= 1) {
        found.push({ text: this.#text + text.slice(from, at), line: this.#startLine });
        this.#text = "";
      }
      // What stands between the things of the array is in none of them.
      if (this.#depth <= 1 && before <= 1) from = at + 1;
    }
    this.#text += text.slice(from);
    return found;
  }

  get held(): JsonText {
    return { text: this.#text, line: this.#startLine };
  }

  finish(): readonly JsonText[] {
    if (this.#isOver) return [];
    throw this.#error("the array has no end: the file is cut off");
  }

  /** Takes a character in. Returns whether it is a bracket, or a comma between things of the array. */
  #pass(character: string): boolean {
    if (character === "\n") this.#line += 1;
    if (this.#isInText) return this.#passText(character);
    if (this.#isOver && character.trim() !== "") throw this.#error("text after the array");
    switch (character) {
      case '"':
        this.#isInText = true;
        return false;
      case "[":
      case "{":
        this.#depth += 1;
        return true;
      case "]":
      case "}":
        this.#depth -= 1;
        this.#isOver = this.#depth === 0;
        return true;
      default:
        return character === "," && this.#depth === 1;
    }
  }

  #passText(character: string): boolean {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (character === "\\") this.#isEscaped = true;
    else if (character === '"') this.#isInText = false;
    return false;
  }

  #error(found: string): RowError {
    const allowed = "one JSON object on each line, or one array of objects";
    return new RowError(this.#file, this.#line, undefined, found, allowed);
  }
}
