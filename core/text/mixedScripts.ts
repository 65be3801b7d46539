const CONFUSABLE = [
  ["Latin", /\p{Script=Latin}/u],
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
] as const;

/** The alphabets of which a text has letters, where these are several that have letters alike: Latin, Cyrillic and Greek. Else none. */
export function mixedScripts(text: string): readonly string[] {
  const found = CONFUSABLE.filter(([, letters]) => letters.test(text)).map(([script]) => script);
  return found.length > 1 ? found : [];
}
