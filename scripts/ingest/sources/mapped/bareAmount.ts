/** Beside digits and their marks: spaces and apostrophes between thousands, and signs of currencies. */
const BESIDE = /[\p{Sc}\p{Zs}\s'’]/gu;

export interface BareAmount {
  /** Digits with the marks between them, 0.5 for .5; empty where there is no amount. */
  readonly digits: string;
  readonly isNegative: boolean;
}

/** "-$1,249.00", "1 249,00 €" and "(5.00)" without what is no digit and no mark. A code such as EUR may stand before or after. */
export function bareAmount(text: string): BareAmount {
  const plain = text.replaceAll("−", "-").replaceAll(BESIDE, "");
  const inBrackets = /^\((.*)\)$/.exec(plain);
  const signed = (inBrackets?.[1] ?? plain).replace(/^[A-Z]{3}(?=[-\d])|(?<=\d)[A-Z]{3}$/, "");
  const unsigned = signed.replace(/^[-+]/, "");
  const digits = unsigned.replace(/^(?=[.,]\d)/, "0").replace(/(?<=\d)[.,]$/, "");
  return { digits, isNegative: inBrackets !== null || signed.startsWith("-") };
}
