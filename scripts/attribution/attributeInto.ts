import { closeSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { formatOf } from "../files/duckdb/formatOf.ts";
import { openPart } from "../files/table/openPart.ts";
import {
  type AttributeSalesParameters,
  type Attribution,
  attributeSales,
} from "./attributeSales.ts";
import { type CreditsWriter, createCreditsWriter } from "./createCreditsWriter.ts";

/** Attributes sales, and writes them with their credits: JSON lines or Parquet by the file's name, else CSV. */
export async function attributeInto(
  out: string,
  parameters: AttributeSalesParameters,
): Promise<Attribution> {
  const { path, descriptor } = openPart(out);
  closeSync(descriptor);
  let writer: CreditsWriter | undefined;
  try {
    const attribution = await attributeSales({
      ...parameters,
      onOpen: async (files) => {
        writer = await createCreditsWriter(files);
      },
      onCredits: async (columns) => writer?.add(columns),
      onDone: async () => writer?.writeTo(path, formatOf(out)),
    });
    await rename(path, out);
    return attribution;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}
