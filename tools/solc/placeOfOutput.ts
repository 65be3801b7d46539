import { join } from "node:path";

export const STORED_OUTPUTS = join(import.meta.dirname, "../../generated/solc");

/** Where the output for an input of a hash is stored. */
export const placeOfOutput = (hash: string) => join(STORED_OUTPUTS, `${hash}.json.br`);
