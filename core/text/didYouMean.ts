import { nearest } from "./nearest.ts";

/** ` (did you mean "Ana"?)`, to follow what is allowed where a name is unknown; empty where no name is near. */
export function didYouMean(text: string, names: Iterable<string>): string {
  const meant = nearest(text, names);
  return meant === undefined ? "" : ` (did you mean "${meant}"?)`;
}
