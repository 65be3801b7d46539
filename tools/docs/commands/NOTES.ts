/** What docs/commands.md says of a command beyond what the command says of itself. */
export const NOTES: Readonly<Record<string, string>> = {
  "sales attribute":
    "[attribution.md](attribution.md) has the models and their options. With `--evidence DIR --salt-file S` it writes what [anyone can recompute it from](evidence.md), for `sales post --evidence DIR` to commit to.",
  "sales model-sql": "[scale.md](scale.md) tells how to run it where the data is.",
  "sales post":
    "In batches as large as a transaction can be; rerun it after a crash. What the program does not take is listed with its reason, the rest is posted, and the exit code is 1.",
  "sales watch":
    "Either `--sales` with a file or a folder, or `--store` with `--mapping`, `--touchpoints` and `--model`.",
  "report reconcile":
    "Exits 1 on any sale or refund that does not match and is not acknowledged. [reports.md](reports.md) says what each figure is.",
  "notices run": "[reports.md](reports.md) says what a receiver can rely on.",
  "equity create":
    "[plan.schema.json](../schema/plan.schema.json) says what a plan file has; what it leaves open is the creating account's. On a live network a plan that leaves everything to one key, or has no guardian, is refused.",
  "equity grant":
    "In batches as large as a transaction can be; run again, it makes what is missing. A grant is there already where one was made to the same holder with the same terms and agreement; `agreement` is a hash, or a file beside the grants file whose hash is taken.",
  "equity audit":
    "Exits 1 on any difference. Every grant and the plan's money are worked out from the events alone, and compared with what the plan and the tokens say at the same block.",
  audit:
    "Exits 1 on any difference. With the [evidence](evidence.md) of the batches it attributes their sales anew as well.",
  simulate: `Posts each sale when it occurred and runs the arithmetic that the fuzz compares with the contract: per party, source and period what it would have paid, the operator's margin of each sale and of all, the worst sale. A scenario, [scenario.schema.json](../schema/scenario.schema.json), changes what happened: \`{"volume": 2, "refunds": "5%", "partners": 10, "years": 3}\` doubles each sale's amount, refunds 5 % of each in place of the refunds file, deals the sales to ten times as many partners in turns, and has the same sales and refunds begin anew until three years are full; \`"shift": "365d"\` has all of it happen later, for terms that start after the sales. What others may do for a bonus it plays, too: \`{"paid": {"USDC": "10000"}, "small": 3}\` has somebody pay in so much revenue in each period, for the next one's volume, and three sales of the smallest unit come with each, for tiers and milestones that count sales. Whatever guarantees and milestones need is in the reserve; graduation happens as soon as it may, without a contribution score. \`npm run bench -- simulate\` measures a million sales.`,
};
