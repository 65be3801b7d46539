import { expect, test } from "@playwright/test";
import { placeMarks } from "./placeMarks";

test("words that would cover each other stand in rows of their own", () => {
  const placed = placeMarks(
    [
      { at: 100, label: "today" },
      { at: 110, label: "cliff" },
      { at: 300, label: "paused" },
    ],
    800,
  );
  expect(placed.map(({ row }) => row)).toEqual([0, 1, 0]);
});

test("a word in the right half stands on the left of its place, so that none is cut off", () => {
  const [left, right] = placeMarks(
    [
      { at: 10, label: "cliff" },
      { at: 790, label: "today" },
    ],
    800,
  );
  expect([left?.anchor, right?.anchor]).toEqual(["start", "end"]);
});
