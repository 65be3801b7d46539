import { looksOf } from "@core/text/looksOf";
import { tidyText } from "@core/text/tidyText";

interface Symbol {
  readonly symbol: string;
}

// What a symbol is shown with in place of unseen characters, and blanks, tell nobody apart.
const BLANK = /[\s\ufffd]/gu;

/** The first of some symbols that another one could be taken for: by case, by letters of other alphabets, by what is not seen. */
export function findLookAlike<One extends Symbol>(
  symbol: string,
  known: readonly One[],
): One | undefined {
  const looks = new Set(looksOf(bare(symbol)));
  return known.find((one) => looksOf(bare(one.symbol)).some((look) => looks.has(look)));
}

function bare(symbol: string): string {
  return tidyText(symbol).replaceAll(BLANK, "");
}
