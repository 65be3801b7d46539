/** How consent is refused, in small letters. */
export const REFUSED: readonly string[] = ["0", "false", "no", "denied"];
