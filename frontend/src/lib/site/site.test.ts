import { expect, test } from "@playwright/test";
import { mergeSite } from "./mergeSite";
import { readRoute } from "./Route";
import { readProgramsFile } from "./readProgramsFile";
import { readQuery } from "./readQuery";

const PROGRAM = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const FILE = {
  chainId: 31_337,
  rpcUrl: "http://127.0.0.1:8545/",
  programs: [{ address: PROGRAM.toLowerCase(), name: "Acme" }],
  explorer: null,
};

test("a link names the node, the program and the explorer", () => {
  const query = readQuery(`?rpc=https://rpc.example.org&program=${PROGRAM.toLowerCase()}`);
  expect(query).toEqual({
    rpcUrl: "https://rpc.example.org",
    program: PROGRAM,
    explorer: undefined,
  });
});

for (const [search, complaint] of [
  ["?rpc=javascript:alert(1)", /“rpc” is “javascript:alert\(1\)”/],
  ["?rpc=somewhere", /must be an http/],
  ["?program=0x12", /“program” is “0x12”/],
  ["?explorer=data:text/html,x", /“explorer”/],
] as const) {
  test(`a link with ${search} is refused`, () => {
    expect(() => readQuery(search)).toThrow(complaint);
  });
}

test("programs.json is read", () => {
  expect(readProgramsFile(FILE)).toEqual({
    chainId: 31_337,
    rpcUrl: "http://127.0.0.1:8545",
    programs: [{ address: PROGRAM, name: "Acme" }],
    explorer: undefined,
  });
});

for (const [what, content, complaint] of [
  ["no object", [], /one JSON object/],
  ["no node", { ...FILE, rpcUrl: undefined }, /no “rpcUrl”/],
  ["no programs", { ...FILE, programs: [] }, /no “programs”/],
  ["a program without an address", { ...FILE, programs: [{}] }, /programs\[0\]\.address/],
  ["a chain that is no number", { ...FILE, chainId: "one" }, /“chainId” is "one"/],
] as const) {
  test(`programs.json with ${what} is refused`, () => {
    expect(() => readProgramsFile(content)).toThrow(complaint);
  });
}

test("the link goes before programs.json, and an explorer only with its own node", () => {
  const file = readProgramsFile({ ...FILE, explorer: "https://explorer.example.org/" });
  expect(mergeSite(readQuery(""), file)).toEqual(file);
  const elsewhere = mergeSite(readQuery("?rpc=https://rpc.example.org"), file);
  expect(elsewhere).toMatchObject({ rpcUrl: "https://rpc.example.org", chainId: undefined });
  expect(elsewhere?.explorer).toBeUndefined();
  expect(mergeSite(readQuery(`?program=${PROGRAM}`), undefined)).toBeUndefined();
});

test("routes are read, and nonsense is no route", () => {
  expect(readRoute("")).toEqual({ page: "home" });
  expect(readRoute(`#/program/${PROGRAM}`)).toEqual({ page: "program", program: PROGRAM });
  expect(readRoute(`#/program/${PROGRAM}/partner/${PROGRAM.toLowerCase()}`)).toEqual({
    page: "partner",
    program: PROGRAM,
    party: PROGRAM,
  });
  expect(readRoute(`#/plan/${PROGRAM}`)).toEqual({ page: "plan", plan: PROGRAM });
  expect(readRoute(`#/plan/${PROGRAM}/holder/${PROGRAM.toLowerCase()}`)).toEqual({
    page: "holder",
    plan: PROGRAM,
    holder: PROGRAM,
  });
  for (const hash of [
    "#/plan",
    `#/plan/${PROGRAM}/partner/${PROGRAM}`,
    "#/program",
    "#/program/0x12",
    `#/program/${PROGRAM}/x`,
    "#/nowhere",
  ]) {
    expect(readRoute(hash)).toEqual({ page: "unknown" });
  }
});
