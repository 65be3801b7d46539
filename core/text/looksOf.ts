import unhomoglyph from "unhomoglyph";
import { foldText } from "./foldText.ts";

/**
 * What a name looks like: two names that share one of these could be taken for each other. They are skeletons of UTS #39, with Unicode's
 * table of confusables, of the name as it stands and of its small letters: "Ana" with a Cyrillic "А", "AIice" with a capital "I", "ana".
 */
export function looksOf(name: string): readonly string[] {
  const folded = foldText(name);
  return [`${foldText(skeleton(name))} as written`, `${skeleton(folded)} in small letters`];
}

/** Wide, narrow and styled letters first, which the table leaves to the compatibility forms. */
function skeleton(text: string): string {
  return unhomoglyph(text.normalize("NFKD")).normalize("NFD");
}
