import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { AstNode } from "./AstNode.ts";
import type { Sources } from "./compileSources.ts";
import { createTester, type Verdict } from "./createTester.ts";
import { dropUncompilable } from "./dropUncompilable.ts";
import { instrument } from "./instrument.ts";
import type { Mutant } from "./Mutant.ts";
import { measureTests } from "./measureTests.ts";
import { runForge } from "./runForge.ts";
import type { Workspace } from "./Workspace.ts";
import { withoutGasBounds } from "./withoutGasBounds.ts";

export interface Batch {
  readonly workspace: Workspace;
  readonly mutants: readonly Mutant[];
  readonly texts: Sources;
  readonly asts: ReadonlyMap<string, AstNode>;
  readonly jobs: number;
  readonly note: (text: string) => void;
  readonly tell: (mutant: Mutant, verdict: Verdict | "not compiling") => Promise<void>;
}

const SWITCH = readFileSync(join(import.meta.dirname, "Switch.sol"), "latin1");

/** Compiles mutants into one build of the contracts and tests them one by one. */
export async function runBatch(batch: Batch): Promise<void> {
  const { workspace, texts, asts, note, tell } = batch;
  const { mutants, dropped, sources } = dropUncompilable(batch.mutants, (left) => {
    const all = [...texts].map(([file, text]): [string, string] => {
      const ast = asts.get(file);
      return [file, ast === undefined ? text : instrument(file, text, ast, left)];
    });
    return new Map([...all, ["contracts/Switch.sol", SWITCH]]);
  });
  for (const mutant of dropped) await tell(mutant, "not compiling");
  await workspace.write(new Map([...sources, withoutGasBounds()]));
  note(`Compiling ${mutants.length} mutants into one build.`);
  const build = await runForge(["build"], workspace);
  if (!build.succeeded) throw new Error(`The mutants do not compile together:\n${build.output}`);
  const baseline = await measureTests(workspace.folder);
  note(`Left out, for they fail without any mutant: ${baseline.failing.join(", ") || "none"}.`);
  const tester = createTester(workspace.folder, baseline);
  const waiting = [...mutants];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await tell(next, await tester.test(next));
    }
  };
  await Promise.all(Array.from({ length: batch.jobs }, work));
}
