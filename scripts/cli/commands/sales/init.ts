import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { requireOption } from "../../../../core/requireOption.ts";
import { TributaryError } from "../../../../core/TributaryError.ts";
import { printable } from "../../../../core/text/printable.ts";
import { FILL_IN } from "../../../ingest/init/DraftedMapping.ts";
import { initMapping } from "../../../ingest/init/initMapping.ts";
import { readMapping } from "../../../ingest/mapping/readMapping.ts";
import { createProgress } from "../../../Progress.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";
import { requireZone } from "../../requireZone.ts";

const SCHEMA = fileURLToPath(new URL("../../../../schema/mapping.schema.json", import.meta.url));

/** `sales init`: writes a mapping from a look at the input files, and says what to fill in. */
export default chainlessCommand<"input" | "currency" | "timeZone" | "out">(async (options) => {
  const paths = requireOption("input", options.input, "files or folders, with commas between");
  const out = requireOption("out", options.out, "the mapping file to write");
  if (existsSync(out)) {
    throw new TributaryError(`There is a file at ${out} already.`, {
      todo: "Give another path with --out, or move that file away; nothing was written.",
    });
  }
  const progress = createProgress();
  const files: { file: string; what: string }[] = [];
  const { mapping, toFill } = await initMapping({
    paths: paths.split(",").map((path) => path.trim()),
    currency: options.currency ?? "USDC",
    zone: requireZone(options.timeZone),
    onFile: (file, what) => {
      files.push({ file, what });
      progress.note(`${file}: ${what}`);
    },
  });
  const $schema = relative(dirname(out), SCHEMA);
  await writeFile(out, `${JSON.stringify({ $schema, ...mapping }, undefined, 2)}\n`);
  // What is written is what the other commands read.
  await readMapping(out);
  const rows = toFill.map(({ path, what }) => printable(`  ${path}: ${what}`));
  return {
    json: { out, files, toFill },
    text: [
      `The mapping is in ${out}. What only you know, where it says "${FILL_IN}" or nothing yet:`,
      ...(rows.length === 0 ? ["  nothing"] : rows),
      `Then \`sales prepare --input ${paths} --mapping ${out} --out prepared\` makes sales of it.`,
    ].join("\n"),
  };
});
