import type { Site, SiteQuery } from "./Site";

/** What the link says goes before what `programs.json` says. Nothing where they leave the node or the program open. */
export function mergeSite(query: SiteQuery, file: Site | undefined): Site | undefined {
  const rpcUrl = query.rpcUrl ?? file?.rpcUrl;
  const listed = file?.programs ?? [];
  const programs =
    query.program === undefined ? listed : [{ address: query.program, name: undefined }];
  if (rpcUrl === undefined || programs.length === 0) return undefined;
  const sameNode = query.rpcUrl === undefined || query.rpcUrl === file?.rpcUrl;
  return {
    rpcUrl,
    chainId: sameNode ? file?.chainId : undefined,
    programs,
    explorer: query.explorer ?? (sameNode ? file?.explorer : undefined),
  };
}
