/** What stands before an amount's decimals. The other one may part its thousands. */
export type DecimalMark = "." | ",";

/** Blanks that part thousands, the narrow and unbreakable ones too, and apostrophes. */
const PARTS = "[ \\u00a0\\u2009\\u202f'\\u2019]";

/** By the decimal mark: whole thousands, or lakhs, with one mark between them all; digits alone; then decimals. */
const FORMS: Readonly<Record<DecimalMark, RegExp>> = { ".": formWith("."), ",": formWith(",") };

/**
 * An amount as another system writes it in plain digits with a point, such as -1234.56 of (1.234,56). Undefined where it has
 * another form, by which nothing is guessed.
 */
export function plainAmount(text: string, mark: DecimalMark): string | undefined {
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  const trailing = /^(.*\d)[-\u2212]$/.exec(text)?.[1];
  const unsigned = bracketed ?? trailing ?? text.replace(/^[+\-\u2212]/, "");
  if (!FORMS[mark].test(unsigned)) return undefined;
  const isNegative = bracketed !== undefined || trailing !== undefined || /^[-\u2212]/.test(text);
  const [whole = "", fraction] = unsigned.split(mark);
  const digits = whole.replaceAll(/\D/g, "");
  return `${isNegative ? "-" : ""}${digits}${fraction === undefined ? "" : `.${fraction}`}`;
}

function formWith(mark: DecimalMark): RegExp {
  const other = mark === "." ? "," : "\\.";
  const grouped = `[1-9]\\d{0,2}(?:(${PARTS}|${other})\\d{3})(?:\\1\\d{3})*`;
  const lakhs = "[1-9]\\d?(?:,\\d{2})+,\\d{3}";
  const whole = mark === "." ? `${grouped}|${lakhs}|\\d+` : `${grouped}|\\d+`;
  return new RegExp(`^(?:${whole})(?:${mark === "." ? "\\." : ","}\\d+)?$`);
}
