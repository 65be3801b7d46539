import { streamText } from "../streamText.ts";
import { ArrayCutter } from "./ArrayCutter.ts";
import { type JsonCutter, type JsonText, LineCutter } from "./LineCutter.ts";

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
  }
  yield (cutter?.finish() ?? []).filter((one) => one.text.trim() !== "");
}
