import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import { mergeSite } from "../../lib/site/mergeSite";
import { readProgramsFile } from "../../lib/site/readProgramsFile";
import { readQuery } from "../../lib/site/readQuery";
import type { Site } from "../../lib/site/Site";
import { SiteConfigError } from "../../lib/site/SiteConfigError";

const PATIENCE = 10_000;

/** What the site shows: by its link and, where that leaves something open, by its programs.json. Null where by neither. */
export function useSite(): UseQueryResult<Site | null> {
  return useQuery({
    queryKey: ["site"],
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const query = readQuery(window.location.search);
      const isWhole = query.rpcUrl !== undefined && query.program !== undefined;
      return mergeSite(query, isWhole ? undefined : await fetchProgramsFile()) ?? null;
    },
  });
}

/** The site's programs.json; undefined where it has none. */
async function fetchProgramsFile(): Promise<Site | undefined> {
  const response = await fetch("./programs.json", { signal: AbortSignal.timeout(PATIENCE) });
  // Some servers answer with a page where a file is missing.
  const isJson = response.headers.get("content-type")?.includes("json") ?? false;
  if (!response.ok || !isJson) return undefined;
  const text = await response.text();
  return readProgramsFile(parse(text));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new SiteConfigError(`programs.json is not JSON: ${String(error)}`);
  }
}
