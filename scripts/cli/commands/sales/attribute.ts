import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { formatTable } from "../../../../core/text/formatTable.ts";
import { attributeInto } from "../../../attribution/attributeInto.ts";
import type { Attribution } from "../../../attribution/attributeSales.ts";
import {
  type SalesEvidence,
  writeSalesEvidence,
} from "../../../attribution/evidence/writeSalesEvidence.ts";
import { type ModelOptions, parseModel } from "../../../attribution/models/parseModel.ts";
import { toAttributionJson } from "../../../attribution/toAttributionJson.ts";
import { describeLeftOut } from "../../../files/columns/describeLeftOut.ts";
import { createProgress } from "../../../Progress.ts";
import type { CommandOptions } from "../../CommandOptions.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";
import { readMemory } from "../../readMemory.ts";

/** `sales attribute`: shares each sale among the partners who touched the customer before it. */
export default chainlessCommand<
  keyof ModelOptions | "sales" | "touchpoints" | "out" | "memory" | "evidence" | "saltFile"
>(async (options) => {
  const sales = requireOption("sales", options.sales, "the sales file");
  const touchpoints = requireOption("touchpoints", options.touchpoints, "the touchpoints file");
  const name = requireOption("model", options.model, "a model, such as linear");
  const out = requireOption("out", options.out, "the file that the sales with credits go to");
  const model = parseModel({ ...options, model: name });
  const memory = readMemory(options.memory);
  const evidence = await openEvidence(options, { sales, touchpoints });
  const files = evidence?.files ?? { sales, touchpoints };
  const attribution = await attributeInto(out, {
    ...files,
    ...{ model, memory, progress: createProgress() },
  });
  const hash = await evidence?.finish(out, model);
  const refused = [...(evidence?.refused ?? []), ...attribution.refused];
  const json = {
    ...toAttributionJson(name, attribution),
    refused: refused.map((row) => ({ line: row.line, id: row.name, why: row.why })),
    ...(hash && { evidence: hash }),
  };
  const leftOut = describeLeftOut(refused).join("\n");
  const text = [summaryOf(json, attribution, out), leftOut].filter(Boolean).join("\n\n");
  return { json, text, failed: refused.length > 0 };
});

/** With --evidence, sales are attributed from the very files that are published. */
async function openEvidence(
  { evidence, saltFile }: CommandOptions<"evidence" | "saltFile">,
  files: { readonly sales: string; readonly touchpoints: string },
): Promise<SalesEvidence | undefined> {
  if (evidence === undefined) return undefined;
  const salt = requireOption("salt-file", saltFile, "the file with the salt that hides customers");
  return writeSalesEvidence({ ...files, folder: evidence, saltFile: salt });
}

function summaryOf(
  {
    model,
    partners,
    known,
    withoutCustomer,
    evidence,
  }: ReturnType<typeof toAttributionJson> & { readonly evidence?: string },
  { sales, attributed, currencies }: Attribution,
  out: string,
): string {
  const symbols = currencies.map(({ symbol }) => symbol);
  const rows = partners.map((one) => [
    ...[one.partner, one.role, one.sales],
    ...symbols.map((symbol) => one.amounts[symbol] ?? "0"),
  ]);
  const kept = known === 0 ? "" : ` ${known} kept the credits they had.`;
  const lost =
    withoutCustomer === 0
      ? ""
      : ` ${withoutCustomer} have no customer, so that no touch is theirs.`;
  return [
    `${counted(sales, "sale")}, ${attributed} of them attributed (${model}).${kept}${lost}`,
    formatTable(["partner", "role", "sales", ...symbols], rows, 2),
    `The sales with their credits are in ${out}.`,
    ...(evidence === undefined ? [] : [`Their evidence is ${evidence}.`]),
  ].join("\n\n");
}
