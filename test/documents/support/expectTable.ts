import { expect } from "chai";

/** The cells of each row stand together in one line of what was printed. */
export function expectTable(table: string, printed: string): void {
  const [, , ...rows] = table.split("\n");
  expect(rows.length, "a table without rows").to.be.greaterThan(0);
  const lines = printed.split("\n").map((line) => line.split(/\s{2,}/).map((cell) => cell.trim()));
  for (const row of rows) {
    const cells = row
      .split("|")
      .map((cell) => cell.replaceAll(/[`*]/g, "").trim())
      .filter((cell) => cell !== "");
    const found = lines.some((line) => cells.every((cell) => line.includes(cell)));
    expect(found, `no line has ${row}\nprinted was:\n${printed}`).to.equal(true);
  }
}
