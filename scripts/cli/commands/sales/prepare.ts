import { requireOption } from "../../../../core/requireOption.ts";
import { counted } from "../../../../core/text/counted.ts";
import { describeUnread } from "../../../ingest/describeUnread.ts";
import { describeNobody } from "../../../ingest/prepare/describeNobody.ts";
import { prepareFiles } from "../../../ingest/prepareFiles.ts";
import { createProgress } from "../../../Progress.ts";
import { chainlessCommand } from "../../chainlessCommand.ts";
import { requireSeconds } from "../../requireSeconds.ts";
import { requireZone } from "../../requireZone.ts";

/** `sales prepare`: makes exports and visits into touchpoints, sales and refunds, and says what it leaves out and why. */
export default chainlessCommand<
  "input" | "mapping" | "rules" | "skew" | "timeZone" | "saltFile" | "out"
>(async (options) => {
  const paths = requireOption("input", options.input, "files or folders, with commas between");
  const out = requireOption("out", options.out, "the folder to write into");
  const skew = requireSeconds("skew", options.skew ?? "0");
  const zone = requireZone(options.timeZone);
  const progress = createProgress();
  const prepared = await prepareFiles({
    paths: paths.split(",").map((path) => path.trim()),
    ...{ mapping: options.mapping, rules: options.rules, saltFile: options.saltFile },
    ...{ skew, zone, out },
    onFile: (file, what) => progress.note(`${file}: ${what}`),
  });
  const { sales, refunds, touches, setAside, repeated, otherVisits, nobody, unread } = prepared;
  const excluded = setAside.filter(({ verdict }) => verdict === "exclude").length;
  const review = setAside.length - excluded;
  const counts = { touchpoints: touches.length, sales: sales.length, refunds: refunds.length };
  return {
    json: { out, ...counts, excluded, review, repeated, otherVisits, nobody, unread },
    text: [
      `${counted(counts.touchpoints, "touchpoint")}, ${counted(counts.sales, "sale")} and ${counted(counts.refunds, "refund")} are in ${out}.`,
      `${counted(excluded, "line is", "lines are")} excluded and ${counted(review, "wants", "want")} a review; excluded.csv and review.csv say by which rule.`,
      ...describeUnread(unread),
      ...(repeated > 0
        ? [`${counted(repeated, "sale was", "sales were")} told more than once, and counted once.`]
        : []),
      ...describeNobody(nobody),
      ...(otherVisits > 0 ? [`${counted(otherVisits, "visit")} came by no partner's link.`] : []),
    ].join("\n"),
  };
});
