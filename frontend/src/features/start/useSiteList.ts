import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { readProgramsFile } from "../../lib/site/readProgramsFile";
import { SiteConfigError } from "../../lib/site/SiteConfigError";
import { NO_LIST, type SiteList } from "../../lib/site/SiteList";

const PATIENCE = 10_000;

/** What the site lists in its programs.json; nothing where it has none. */
export function useSiteList(): UseQueryResult<SiteList> {
  return useQuery({
    queryKey: ["list"],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const response = await fetch("./programs.json", { signal: AbortSignal.timeout(PATIENCE) });
      // Some servers answer with a page where a file is missing.
      const isJson = response.headers.get("content-type")?.includes("json") ?? false;
      if (!response.ok || !isJson) return NO_LIST;
      return readProgramsFile(parse(await response.text()));
    },
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SiteConfigError(`programs.json is not JSON: ${String(error)}`);
  }
}
