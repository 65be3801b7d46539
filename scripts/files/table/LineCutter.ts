/** A text, which should be of one object, and the line that it begins on. */
export interface JsonText {
  readonly text: string;
  readonly line: number;
}

/** Cuts a file of JSON into the texts of its objects, part by part. */
export interface JsonCutter {
  /** Those that end in a further part of the file. */
  cut(text: string): readonly JsonText[];
  /** What has begun and not ended yet. */
  readonly held: JsonText;
  finish(): readonly JsonText[];
}

/** One object a line: JSON has no line ends of its own within texts but as escapes. */
export class LineCutter implements JsonCutter {
  #rest = "";
  #line = 0;

  cut(text: string): readonly JsonText[] {
    const [first = "", ...others] = text.split("\n");
    const lines = [this.#rest + first, ...others];
    this.#rest = lines.pop() ?? "";
    return lines.map((one) => this.#toText(one));
  }

  get held(): JsonText {
    return { text: this.#rest, line: this.#line + 1 };
  }

  /** An object ends with its bracket, so that the last line needs no end. */
  finish(): readonly JsonText[] {
    return [this.#toText(this.#rest)];
  }

  #toText(text: string): JsonText {
    this.#line += 1;
    return { text, line: this.#line };
  }
}
