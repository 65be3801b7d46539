import { expect, test } from "@playwright/test";
import { differencesOf } from "./differencesOf";
import { lagOf } from "./lagOf";
import { otherNode } from "./otherNode";

const LISTED = {
  ...{ id: 1, nodes: ["https://a.example/key", "https://b.example"], second: "https://c.example" },
  ...{ genesis: undefined, explorer: undefined, tokens: [], factories: [] },
};

test("the second node is asked beside the site's own, and beside a link's", () => {
  expect(otherNode(LISTED, "https://a.example/key")).toBe("https://c.example");
  expect(otherNode(LISTED, "https://evil.example")).toBe("https://c.example");
  expect(otherNode(LISTED, "https://c.example")).toBe("https://a.example/key");
});

test("without a second node only a link's is compared, with the site's own", () => {
  const listed = { ...LISTED, second: undefined };
  expect(otherNode(listed, "https://a.example/key")).toBeUndefined();
  expect(otherNode(listed, "https://evil.example")).toBe("https://a.example/key");
  expect(otherNode(undefined, "https://evil.example")).toBeUndefined();
});

test("one host is not asked twice", () => {
  const listed = { ...LISTED, second: "https://a.example/other-key" };
  expect(otherNode(listed, "https://a.example/key")).toBeUndefined();
});

test("what is said alike is no difference, and what only one says is", () => {
  const both = { what: "Hash", value: "0x12" };
  expect(differencesOf([both], [both])).toEqual([]);
  expect(differencesOf([both, { what: "Held", value: "2" }], [both])).toEqual([
    { what: "Held", ours: "2", theirs: "nothing" },
  ]);
  expect(differencesOf([{ what: "Held", value: "2" }], [{ what: "Held", value: "3" }])).toEqual([
    { what: "Held", ours: "2", theirs: "3" },
  ]);
});

test("two minutes between two nodes are nothing, more is told", () => {
  const head = { number: 1_000n, timestamp: 10_000n };
  expect(lagOf(head, { number: 940n, timestamp: 9_880n })).toEqual([]);
  expect(lagOf(head, { number: 1_060n, timestamp: 10_120n })).toEqual([]);
  expect(lagOf(head, { number: 900n, timestamp: 9_700n })).toEqual([
    { what: "Newest block", ours: "1,000", theirs: "900, 5 minutes behind" },
  ]);
  expect(lagOf(head, { number: 1_100n, timestamp: 10_300n })).toEqual([
    { what: "Newest block", ours: "1,000, 5 minutes behind", theirs: "1,100" },
  ]);
});
