import { sqlText } from "../duckdb/sqlText.ts";
import { NOBODY, NOBODY_LONGEST } from "./NOBODY.ts";

// The blanks and what is unseen as `tidyText` has them, in an expression of RE2.
const BLANKS =
  "[\\s\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}]+";
const UNSEEN =
  "[\\x{ad}\\x{34f}\\x{61c}\\x{115f}\\x{1160}\\x{17b4}\\x{17b5}\\x{180b}-\\x{180f}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{206f}\\x{3164}\\x{fe00}-\\x{fe0f}\\x{feff}\\x{ffa0}\\x{fff0}-\\x{fff8}\\x{1bca0}-\\x{1bca3}\\x{1d173}-\\x{1d17a}\\x{e0000}-\\x{e0fff}]";

// Without blanks and anything that is not ASCII: tidy. With a figure above 0 and no "@" it is somebody's, too. Most are, which is fast to see.
const TIDY = "[!-~]+";
const PLAIN = "[!-?A-~]*[1-9][!-?A-~]*";

/** `customerOf` as SQL of a column that is composed (NFC); NULL where it is nobody's. */
export function customerSql(column: string): string {
  const seen = `regexp_replace(${column}, ${sqlText(UNSEEN)}, '', 'g')`;
  const tidy = `nfc_normalize(trim(regexp_replace(${seen}, ${sqlText(BLANKS)}, ' ', 'g')))`;
  return `CASE WHEN regexp_full_match(${column}, ${sqlText(PLAIN)}) AND ${column} <> '-1' THEN ${column}
    WHEN regexp_full_match(${column}, ${sqlText(TIDY)}) THEN ${named(column)} ELSE ${named(tidy)} END`;
}

function named(tidy: string): string {
  const isNobody = `length(${tidy}) <= ${NOBODY_LONGEST} AND regexp_full_match(lower(${tidy}), ${sqlText(NOBODY)})`;
  return `CASE WHEN ${isNobody} THEN NULL WHEN contains(${tidy}, '@') THEN lower(${tidy}) ELSE ${tidy} END`;
}
