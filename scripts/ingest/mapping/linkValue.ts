import { foldText } from "../../../core/text/foldText.ts";

/** What a link's value is compared by: without case, and without what texts put around addresses or behind them. */
export function linkValue(text: string): string {
  return foldText(text).replaceAll(/^[\s"'<(]+|[\s"'<>)/.,;:!]+$/g, "");
}
