import type { Currency } from "../../currency/Currency.ts";
import type { Terms } from "../../deal/Terms.ts";
import { describeFrame } from "./describeFrame.ts";
import { describeRole } from "./describeRole.ts";
import { describeRules } from "./describeRules.ts";
import { describeStandingLine } from "./describeStandingLine.ts";
import type { TermsText } from "./TermsText.ts";

/** Parts of the terms of one kind. */
export interface TermsGroup {
  readonly title: string;
  readonly texts: readonly TermsText[];
}

/** The whole deal in sentences: for the page, for the terminal and to compare two versions. */
export function describeTerms(
  terms: Terms,
  currencies: readonly Currency[],
): readonly TermsGroup[] {
  return [
    {
      title: "Roles",
      texts: terms.roles.map((_, index) => describeRole(terms, index, currencies)),
    },
    {
      title: "Standing lines",
      texts: terms.standing.map((line) => describeStandingLine(terms, line, currencies)),
    },
    { title: "For every sale", texts: describeFrame(terms) },
    { title: "Rules", texts: describeRules(terms, currencies) },
  ].filter(({ texts }) => texts.length > 0);
}
