import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { placeOfOutput, STORED_OUTPUTS } from "./placeOfOutput.ts";
import { readBuilds } from "./readBuilds.ts";
import { slimOutput } from "./slimOutput.ts";

// Stores what the compiler made of the contracts in generated/solc, by the hash of all that it was given. What is stored already
// for that stays as it is; what belongs to other contracts goes.

const builds = await readBuilds();
await mkdir(STORED_OUTPUTS, { recursive: true });
const stored = (await readdir(STORED_OUTPUTS)).map((name) => join(STORED_OUTPUTS, name));
const wanted = new Map(builds.map(({ hash, output }) => [placeOfOutput(hash), output]));
for (const file of stored) if (!wanted.has(file)) await rm(file);
for (const [file, output] of wanted)
  if (!stored.includes(file)) await writeFile(file, pack(output));

function pack(output: Parameters<typeof slimOutput>[0]): Buffer {
  const text = JSON.stringify(slimOutput(output));
  return brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } });
}
