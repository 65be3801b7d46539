import { expect } from "chai";
import { openPage } from "./support/openPage.ts";
import { parsePage } from "./support/parsePage.ts";

/** What the runner of the documents says of a page's blocks, one after the other. */
async function complaintsOf(markdown: string): Promise<string[]> {
  const page = await openPage();
  try {
    const complaints: string[] = [];
    for (const block of parsePage(markdown)) {
      await page.check(block).catch((error: Error) => complaints.push(error.message));
    }
    return complaints;
  } finally {
    await page.close();
  }
}

const fence = (kind: string, text: string) => `\`\`\`${kind}\n${text}\n\`\`\`\n`;

describe("The runner of the documents", () => {
  const taken = {
    "a file that the page names first": `<!-- file: a.csv -->\n${fence("csv", "id")}${fence("sh", "cat a.csv")}${fence("text", "id")}`,
    "what a comment sets up": `<!-- run first:\ncat > a.csv <<END\nid\nEND\n-->\n${fence("sh", "cat \\\n  a.csv")}`,
    "lines left out, and blanks": `${fence("sh", "printf 'one\\ntwo\\nsix   7'")}${fence("text", "one\n…\nsix 7")}`,
    "shortened JSON": `${fence("sh", `echo '{"at":"0x12"}'`)}${fence("json", '{ "at": "0x…" }')}`,
    "a table": `${fence("sh", "echo 'Ana   12.50'")}<!-- printed: so -->\n| who | gets |\n|---|---|\n| Ana | 12.50 |\n`,
    "a failure that is told": `<!-- exits 1: there is none -->\n${fence("sh", "cat a.csv 2>/dev/null")}`,
    "what goes on until it is stopped": `<!-- ready at: up -->\n${fence("sh", "echo up; sleep 60")}`,
    "a reason for not running": `<!-- not run: needs what is not here -->\n${fence("sh", "needs-what-is-not-here")}`,
    "a block and its mark within a list": `1. So:\n\n   <!-- not run: needs what is not here -->\n\n   ${fence("sh", "needs-what-is-not-here").replaceAll(/\n(?=.)/g, "\n   ")}`,
    "plans by their names, and as whom terms pay": [
      fence(
        "sh",
        `echo "A is created at ${"0x".padEnd(42, "a")}"; echo "B is created at ${"0x".padEnd(42, "b")}"`,
      ),
      fence("sh", 'echo --holders "one=0x…;two=0x…" --plan 0x…'),
      fence(
        "text",
        `--holders one=${"0x".padEnd(42, "a")};two=${"0x".padEnd(42, "b")} --plan ${"0x".padEnd(42, "b")}`,
      ),
      `<!-- plan: A -->\n${fence("sh", "echo --plan 0x…")}`,
      fence("text", `--plan ${"0x".padEnd(42, "a")}`),
    ].join("\n"),
    "a picture": fence("", "a ──► b"),
  };
  for (const [what, markdown] of Object.entries(taken)) {
    it(`takes ${what}`, async () => {
      expect(await complaintsOf(markdown)).to.deep.equal([]);
    });
  }

  const refused = {
    "a file that does not exist": [fence("sh", "cat a.csv"), "No such file"],
    "an option that does not exist": [
      fence("sh", "npx hardhat simulate --terms examples/saas/terms.json --pace 3"),
      "pace",
    ],
    "another line": [`${fence("sh", "echo one")}${fence("text", "two")}`, "not printed: two"],
    "lines the other way round": [
      `${fence("sh", "printf '1\\n2\\n'")}${fence("text", "2\n1")}`,
      "not printed: 1",
    ],
    "another figure in JSON": [
      `${fence("sh", `echo '{"at":1,"of":2}'`)}${fence("json", '{"at":2,"of":2}')}`,
      "deeply equal",
    ],
    "JSON that leaves a key out": [
      `${fence("sh", `echo '{"at":1,"of":2}'`)}${fence("json", '{"at":1}')}`,
      "deeply equal",
    ],
    "another figure in a table": [
      `${fence("sh", "echo 'Ana   12.50'")}<!-- printed: so -->\n| who | gets |\n|---|---|\n| Ana | 12.5 |\n`,
      "no line has | Ana | 12.5 |",
    ],
    "JSON of nothing that was run": [fence("json", "{}"), 'or say why it is "not run"'],
    "a file that its schema does not take": [
      `<!-- file: rules.json -->\n${fence("json", '{ "taxes": "exclude", "rules": [] }')}`,
      "taxes",
    ],
    "a program that nothing deployed": [
      fence("sh", "npx hardhat audit --program 0x…"),
      "no command before printed a program",
    ],
    "a plan that nothing created": [
      `<!-- plan: A -->\n${fence("sh", "npx hardhat equity show --plan 0x…")}`,
      "no command before printed the plan A",
    ],
    "a placeholder": [fence("sh", "echo whsec_…"), 'say what "…" stands for'],
    "a language that it cannot run": [fence("sql", "SELECT 1"), "why it is not run"],
    "no reason for not running": [`<!-- not run: no -->\n${fence("sh", "false")}`, "say why"],
    "a failure where none is told": [fence("sh", "true\nfalse\ntrue"), "false"],
    "success where a failure is told": [`<!-- exits 1: never -->\n${fence("sh", "true")}`, "true"],
    "what ends by itself": [`<!-- ready at: up -->\n${fence("sh", "echo down")}`, "it ended"],
  } satisfies Record<string, readonly [string, string]>;
  for (const [what, [markdown, complaint]] of Object.entries(refused)) {
    it(`refuses ${what}`, async () => {
      const complaints = await complaintsOf(markdown);
      expect(complaints).to.have.length(1);
      expect(complaints[0]).to.include(complaint);
    });
  }
});
