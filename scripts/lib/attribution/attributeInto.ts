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
  try {
    return await attributeSales({
      ...parameters,
      onOpen: async (files) => {
        writer = await createCreditsWriter(files, out);
      },
      onCredits: async (credited) => writer?.write(credited),
      onDone: async () => writer?.finish(),
    });
  } catch (error) {
    await writer?.abandon();
    throw error;
  }
}
