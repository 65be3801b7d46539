import type { AstNode } from "./AstNode.ts";
import { compileSources, type Sources } from "./compileSources.ts";

/** The syntax trees of the contracts, by file, those of what they import included. */
export function readAsts(sources: Sources): ReadonlyMap<string, AstNode> {
  const output = compileSources(sources, { "*": { "": ["ast"] } });
  const failure = output.errors[0];
  if (failure !== undefined) {
    throw new Error(
      `The contracts do not compile, so there is nothing to mutate:\n${failure.formattedMessage}`,
    );
  }
  return new Map(Object.entries(output.sources).map(([file, { ast }]) => [file, ast]));
}
