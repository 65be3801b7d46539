/** Names as somebody would choose them who wants to be taken for another, and two that are honest. */
export const MASKS = {
  /** A Cyrillic “А”, and a turn of direction. */
  program: "\u0410cme SaaS \u202emoc.elpmaxe",
  /** A Cyrillic “С”. */
  symbol: "USD\u0421",
  /** Its host is evil.example. */
  uri: "https://acme.example@evil.example/terms.json",
  partners: [
    // Persian, which needs the non-joiner.
    "می\u200cخواهم",
    // One picture of two, which needs the joiner.
    "Ana \u{1f469}\u200d\u{1f680}",
    // A joiner that nobody sees.
    "A\u200dna",
    // A Greek “Β”.
    "\u0392eta",
  ],
} as const;
