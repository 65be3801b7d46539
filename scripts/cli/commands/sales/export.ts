import { existsSync } from "node:fs";
import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { unreadableFile } from "../../../files/unreadableFile.ts";
import { describeUnread } from "../../../ingest/describeUnread.ts";
import { exportStored } from "../../../ingest/exportStored.ts";
import { readMapping } from "../../../ingest/mapping/readMapping.ts";
import { describeNobody } from "../../../ingest/prepare/describeNobody.ts";
import { readRules } from "../../../ingest/rules/readRules.ts";
import { openStore } from "../../../ingest/store/openStore.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";

/** `sales export`: what the endpoint has kept as a sales file and a refunds file. */
export default chainlessCommand<"store" | "mapping" | "rules" | "outSales" | "outRefunds">(
  async (options) => {
    const path = requireOption("store", options.store, "the file that `sales webhook` writes");
    const files = {
      sales: requireOption("out-sales", options.outSales, "where to write the sales"),
      refunds: requireOption("out-refunds", options.outRefunds, "where to write the refunds"),
    };
    const mapping = await readMapping(options.mapping);
    const rules = await readRules(options.rules);
    if (!existsSync(path)) throw unreadableFile(path, { code: "ENOENT" });
    const store = openStore(path);
    try {
      const exported = await exportStored(store, mapping, files, rules);
      const { sales, refunds, setAside, waiting, nobody, disputed, unread } = exported;
      return {
        json: { ...files, counts: { sales, refunds, setAside, waiting }, nobody, disputed, unread },
        text: [
          `${counted(sales, "sale is", "sales are")} in ${files.sales}, ${counted(refunds, "refund")} in ${files.refunds}.`,
          ...(setAside > 0
            ? [
                `${counted(setAside, "is", "are")} left out; \`sales prepare\` with the store as its input lists them, and why.`,
              ]
            : []),
          ...(waiting > 0
            ? [
                `${counted(waiting, "refund waits", "refunds wait")} for a sale that the endpoint does not know.`,
              ]
            : []),
          ...describeNobody(nobody),
          ...describeUnread(unread),
          ...(disputed.length > 0 ? [`Under dispute: ${disputed.join(", ")}.`] : []),
        ].join("\n"),
      };
    } finally {
      store.close();
    }
  },
);
