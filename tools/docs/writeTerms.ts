import { writeFileSync } from "node:fs";
import { GROWTH_EXAMPLES } from "./examples/growthExamples.ts";
import { KIND_EXAMPLES } from "./examples/kindExamples.ts";
import { LINE_EXAMPLES } from "./examples/lineExamples.ts";
import { ROLE_EXAMPLES } from "./examples/roleExamples.ts";
import { showExample } from "./showExample.ts";
import { showHolds } from "./showHolds.ts";
import { showJson } from "./showJson.ts";
import { showReference } from "./showReference.ts";
import { showRefusal } from "./showRefusal.ts";
import { BASE, HOLDER, type TermsExample } from "./TermsExample.ts";

// Writes docs/terms.md from schema/terms.schema.json and tools/docs/examples. The amounts are the spec's.

/** Fits as long as nobody has been there for a year. */
const TOO_MUCH = {
  ceiling: "80%",
  roles: {
    seller: { rates: { "*": "40%" }, tenure: ["0%", "20%"] },
    support: { of: "net", rates: { "*": "30%" } },
    mentor: { of: "referral", rates: { "*": "10%" } },
  },
  standing: [{ name: "moderators", holder: HOLDER, rate: "20%" }],
} as const;

async function showGroup(title: string, examples: readonly TermsExample[]): Promise<string> {
  const shown: string[] = [];
  for (const example of examples) shown.push(await showExample(example));
  return [`### ${title}`, ...shown].join("\n\n");
}

const base = `{\n  ${showJson(BASE).replaceAll("\n", "\n  ")}\n}`;

writeFileSync(
  new URL("../../docs/terms.md", import.meta.url),
  `# The terms file

The whole deal in one JSON file, which [a schema](../schema/terms.schema.json) describes: with \`"$schema": "…/terms.schema.json"\` an editor completes it. A mistake is told with its path, what was found and what is allowed, all at once, before anything is sent. (Made by \`npm run generate\`: the reference from the schema, the amounts by the spec that is compared with the contracts.)

- [Reference](#reference)
- [Roles](#roles), [kinds](#kinds), [standing lines](#standing-lines), [growth, limits and refunds](#growth-limits-and-refunds), each with an example
- [How long to hold](#how-long-to-hold), for refunds and chargebacks
- [What can never be paid](#what-can-never-be-paid)

## Reference

${showReference()}

## Examples

Each adds to this file; what it does not say is as the reference says. Ana, Ben and the others are partners; \`credits\` are partner, role and weight; the amounts are what \`simulate\` gives, down to the last unit.

\`\`\`json
${base}
\`\`\`

${await showGroup("Roles", ROLE_EXAMPLES)}

${await showGroup("Kinds", KIND_EXAMPLES)}

${await showGroup("Standing lines", LINE_EXAMPLES)}

${await showGroup("Growth, limits and refunds", GROWTH_EXAMPLES)}

## How long to hold

A sale can be refunded until its period locks: \`holdPeriods\` whole periods after its own. One posted in a period's first second is held for one period more than one of its last, which has \`holdPeriods\` × \`period\` and no day longer. What goes back after that is the operator's loss: partners and standing lines keep their part ([reports.md](reports.md#refunds-after-the-lock) says how it is acknowledged and counted).

${showHolds()}

Days count from the payment, so post soon, and add a period for the days until a chargeback is told and posted. Networks, banks and countries have limits of their own: ask yours.

A longer hold lets partners wait; a shorter one costs what comes back late. Of 100,000 of sales a month of which partners and standing lines have 20 %, chargebacks after the lock of 0.2 % cost the operator 40 a month beyond its own part: 100,000 × 0.2 % × 20 %. \`holdPeriods\` never changes in a running program, and is 255 at most.

## What can never be paid

The most that one sale of each kind can ever pay out is worked out before a program is created: all standing lines at the moment when their sum is highest, every role filled at its highest rate, a referrer behind every line, and what missing roles leave to the others. More than the ceiling is refused, with what adds up to it.

\`\`\`json
${showJson(TOO_MUCH)}
\`\`\`

\`\`\`
${showRefusal({ ...BASE, ...TOO_MUCH })}
\`\`\`
`,
);
