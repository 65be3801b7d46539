import {
  type AttributeSalesParameters,
  type Attribution,
  attributeSales,
} from "./attributeSales.ts";
import { type CreditsWriter, createCreditsWriter } from "./createCreditsWriter.ts";

/** Attributes sales, and writes them with their credits. */
export async function attributeInto(
  out: string,
  parameters: AttributeSalesParameters,
): Promise<Attribution> {
  let writer: CreditsWriter | undefined;
  return attributeSales({
    ...parameters,
    onOpen: async (files) => {
      writer = await createCreditsWriter(files, out);
    },
    onCredits: async (columns) => writer?.add(columns),
    onDone: async () => writer?.finish(),
  });
}
