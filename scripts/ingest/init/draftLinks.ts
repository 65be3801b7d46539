import type { Link } from "../mapping/Mapping.ts";
import { FILL_IN, type ToFill } from "./DraftedMapping.ts";
import type { Counts, SeenInputs } from "./SeenInputs.ts";

/** Parameters by which programs for partners tell whose a link is. */
const OF_PARTNERS =
  /^(ref|ref_?id|refer(r?er|ral)?(_code)?|via|aff|aff_?id|affiliate(_id)?|partner(_id)?|fpr|lmref|tap_a|irclickid|a_aid|coach|source_?partner)$/;

export interface DraftedLinks {
  readonly links: readonly Link[];
  readonly toFill: readonly ToFill[];
}

/** Links of the parameters that look like partners'; of campaigns' only the operator knows which are. */
export function draftLinks(parameters: SeenInputs["parameters"]): DraftedLinks {
  const links: Link[] = [];
  const toFill: ToFill[] = [];
  for (const [parameter, values] of parameters) {
    if (!OF_PARTNERS.test(parameter)) continue;
    const partners = Object.fromEntries([...values.keys()].map((value) => [value, FILL_IN]));
    const path = `links[${links.length}]`;
    links.push({ parameter, partners, role: FILL_IN });
    toFill.push({
      path,
      what: `?${parameter}= of ${show(values)}: the partner of each value, and the role`,
    });
  }
  const sources = parameters.get("utm_source");
  if (sources !== undefined) {
    const what = `utm_source of ${show(sources)}: add {"utm": {"source": …}, "partner", "role"} for those that are partners`;
    toFill.push({ path: "links", what });
  }
  return { links, toFill };
}

const MOST = 10;

function show(values: Counts): string {
  const some = [...values].slice(0, MOST).map(([value, times]) => `${value} (${times})`);
  return `${some.join(", ")}${values.size > MOST ? ` and ${values.size - MOST} more` : ""}`;
}
