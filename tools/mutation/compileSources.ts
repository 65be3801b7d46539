import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { AstNode } from "./AstNode.ts";

/** Sources by file, a character for each byte: the compiler counts places in bytes. */
export type Sources = ReadonlyMap<string, string>;

export interface CompilerError {
  readonly severity: string;
  readonly message: string;
  readonly formattedMessage: string;
  readonly sourceLocation?: { readonly file: string; readonly start: number; readonly end: number };
}

interface Compiler {
  compile(input: string, callbacks: { import: (path: string) => { contents: string } }): string;
}

const ROOT = join(import.meta.dirname, "../..");
const require = createRequire(import.meta.url);
const solc: Compiler = require("solc");

/** Has the compiler check sources; without code, which takes most of its time. Warnings are left out. */
export function compileSources(
  sources: Sources,
  outputSelection: object,
): { errors: CompilerError[]; sources: Record<string, { ast: AstNode }> } {
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(
      [...sources].map(([file, text]) => [file, { content: toText(text) }]),
    ),
    settings: { evmVersion: "cancun", viaIR: true, outputSelection },
  };
  const read = (path: string) => ({
    contents: readFileSync(path.startsWith("@") ? require.resolve(path) : join(ROOT, path), "utf8"),
  });
  const output = JSON.parse(solc.compile(JSON.stringify(input), { import: read })) as {
    errors?: CompilerError[];
    sources?: Record<string, { ast: AstNode }>;
  };
  return {
    errors: (output.errors ?? []).filter(({ severity }) => severity === "error"),
    sources: output.sources ?? {},
  };
}

/** Text of one character for each byte, as text. */
export function toText(bytes: string): string {
  return Buffer.from(bytes, "latin1").toString("utf8");
}
