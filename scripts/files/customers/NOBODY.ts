/** What systems and people write where they do not know a customer. */
const WORDS = [
  ...["undefined", "null", "nil", "none", "nan", "na", "n/a", "n\\.a", "false", "empty", "blank"],
  ...["unknown", "anonymous", "anon", "nobody", "test", "object object", "deleted", "redacted"],
  ...["no name", "no email", "noemail", "no customer", "walk-in", "walk-in customer"],
  ...["not set", "not provided", "not available", "not applicable"],
  "(?:guest|anonymous|unknown)(?: (?:user|customer|checkout|buyer|shopper))?",
].join("|");
const LOCAL = `${WORDS}|email|user|name|customer|example`;
const DOMAIN = `${WORDS}|example|domain|invalid|localhost`;
const AROUND = "[^\\p{L}\\p{N}]*";

/**
 * Names of nobody, in small letters, as an expression that both JavaScript and RE2 take: nothing but noughts and signs, a word for what is
 * missing, an e-mail address of two such words, and one that takes no mail.
 */
export const NOBODY = [
  "(?:0|[^\\p{L}\\p{N}])*",
  "-1",
  `${AROUND}(?:${WORDS})${AROUND}`,
  `(?:${LOCAL})@(?:${DOMAIN})(?:\\.[^@]*)?`,
  "(?:no|do-?not)-?reply@.*",
].join("|");

/** The most letters that are looked at: longer names are somebody's. */
export const NOBODY_LONGEST = 48;
