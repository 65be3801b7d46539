/** The names and indices that a JSON pointer goes through: "/standing/0/holder" is `standing`, `0`, `holder`. */
export function partsOf(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
}
