import type { TermsFile } from "../../../core/terms/TermsFile.ts";

/** The name that `--holders` has for the account that takes withheld taxes. */
export const TAX_ACCOUNT = "tax account";

/** Whom a deal pays by address: the holders of its standing lines and pools, and the tax account, by their names. */
export function holdersIn({ standing = [], pools = {}, withholding }: TermsFile): string[] {
  return [
    ...standing.map(({ name }) => name),
    ...Object.keys(pools),
    ...(withholding === undefined ? [] : [TAX_ACCOUNT]),
  ];
}
