import { streamText } from "../streamText.ts";
import { ArrayCutter } from "./ArrayCutter.ts";
import { type JsonCutter, type JsonText, LineCutter } from "./LineCutter.ts";
import { LONGEST_ROW } from "./LONGEST_ROW.ts";
import { RowError } from "./RowError.ts";

/** The objects of a file as texts: of one on each line, or of an array. What the texts are is seen by whoever parses them. */
export async function* jsonObjects(
  file: string,
  tell: (bytes: number) => void,
): AsyncGenerator<readonly JsonText[]> {
  const decoder = new TextDecoder("utf-8");
  let cutter: JsonCutter | undefined;
  let blank = "";
  for await (const chunk of streamText(file, tell)) {
    const text = blank + decoder.decode(chunk, { stream: true });
    blank = cutter === undefined && text.trim() === "" ? text : "";
    if (blank !== "") continue;
    cutter ??= text.trimStart().startsWith("[") ? new ArrayCutter(file) : new LineCutter();
    yield cutter.cut(text).filter((one) => one.text.trim() !== "");
    if (cutter.held.text.length > LONGEST_ROW) throw tooLong(file, cutter.held);
  }
  yield (cutter?.finish() ?? []).filter((one) => one.text.trim() !== "");
}

function tooLong(file: string, { line }: JsonText): RowError {
  const found = `one thing has more than ${LONGEST_ROW.toLocaleString("en")} letters`;
  return new RowError(
    file,
    line,
    undefined,
    found,
    "one JSON object on each line, or one array of objects",
  );
}
