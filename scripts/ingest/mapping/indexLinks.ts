import { didYouMean } from "../../../core/text/didYouMean.ts";
import { foldText } from "../../../core/text/foldText.ts";
import type { Why } from "../facts/SetAside.ts";
import { fits } from "../rules/fits.ts";
import { linkValue } from "./linkValue.ts";
import type { Link, Mapping } from "./Mapping.ts";
import type { Parameters } from "./parametersOf.ts";

/** Whose link it is. */
interface PartnerLink {
  readonly partner: string;
  readonly role: string;
  readonly channel: string;
}

/** What parameters say of a partner's link: whose it is, or why nobody can tell; of neither, nothing. */
export interface FoundLink {
  readonly link?: PartnerLink;
  readonly missed?: Why;
}

type Matcher = (parameters: Parameters) => FoundLink;

const NOTHING: FoundLink = {};

/** Finds the partner's link that some parameters are of, by the first link of the mapping that fits. */
export function indexLinks({ links = [] }: Mapping): Matcher {
  const matchers = links.map(matcherOf);
  return (parameters) => {
    const found = matchers.map((match) => match(parameters));
    const isTelling = ({ link, missed }: FoundLink) =>
      link !== undefined || missed?.rule === SEVERAL;
    return found.find(isTelling) ?? found.find(({ missed }) => missed !== undefined) ?? NOTHING;
  };
}

const SEVERAL = "(several partners)";

function matcherOf(link: Link): Matcher {
  const { role, channel = "link" } = link;
  if ("parameter" in link)
    return parameterMatcher(link.parameter, link.partners, { role, channel });
  const asked = Object.entries(link.utm).map(([name, patterns]) => {
    const list = typeof patterns === "string" ? [patterns] : patterns;
    return [foldText(`utm_${name}`), list.map(foldText)] as const;
  });
  const { partner } = link;
  return (parameters) => {
    const isIt = asked.every(([name, patterns]) =>
      parameters
        .get(name)
        ?.some((value) => fits(foldText(value), patterns) || fits(linkValue(value), patterns)),
    );
    return isIt ? { link: { partner, role, channel } } : NOTHING;
  };
}

function parameterMatcher(
  parameter: string,
  partners: Readonly<Record<string, string>>,
  played: Omit<PartnerLink, "partner">,
): Matcher {
  const name = foldText(parameter);
  const byValue = new Map(
    Object.entries(partners).map(([value, partner]) => [linkValue(value), partner]),
  );
  return (parameters) => {
    const values = (parameters.get(name) ?? []).filter((value) => linkValue(value) !== "");
    if (values.length === 0) return NOTHING;
    const told = values.map((value) => `${parameter}=${value}`);
    const found = new Set(values.map((value) => byValue.get(linkValue(value))));
    found.delete(undefined);
    const [partner, ...others] = found;
    if (others.length > 0) {
      const reason = `${told.join(" and ")} are of several partners: ${[...found].join(", ")}`;
      return { missed: { verdict: "review", rule: SEVERAL, reason } };
    }
    if (partner !== undefined) return { link: { partner, ...played } };
    const near = didYouMean(values[0] ?? "", Object.keys(partners));
    const reason = `the mapping has no partner for ${told.join(" and ")}${near}`;
    return { missed: { verdict: "exclude", rule: "(unknown link)", reason } };
  };
}
