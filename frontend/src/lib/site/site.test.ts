import { expect, test } from "@playwright/test";
import { chooseExplorer } from "./chooseExplorer";
import { chooseSite } from "./chooseSite";
import { LinkError } from "./LinkError";
import { listedHref } from "./listedHref";
import { readRoute } from "./Route";
import { readProgramsFile } from "./readProgramsFile";
import { readQuery } from "./readQuery";
import { readUri } from "./readUri";
import { SiteConfigError } from "./SiteConfigError";
import { NO_LIST } from "./SiteList";

const PROGRAM = "0x5FbDB2315678afecb367f032d93F642f64180aa3";
const OTHER = "0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512";
const GENESIS = `0x${"ab".repeat(32)}`;
const SHORT = {
  chainId: 31_337,
  rpcUrl: "http://127.0.0.1:8545/",
  programs: [{ address: PROGRAM.toLowerCase(), name: "Acme" }],
  explorer: null,
  tokens: [{ address: OTHER, symbol: "USDC" }],
};
const BASE = { id: 8453, nodes: ["https://base.example.org", "https://more.example.org/key"] };
const FILE = {
  chains: [
    {
      ...BASE,
      second: "https://second.example.org",
      genesis: GENESIS,
      explorer: "https://explorer.example.org/",
      tokens: [{ address: OTHER.toLowerCase(), symbol: "USDC" }],
      factories: [OTHER],
    },
    { id: 10, nodes: ["https://op.example.org"] },
  ],
  programs: [{ address: PROGRAM, name: "Acme", chain: 10 }],
};
const LIST = readProgramsFile(FILE);
const listing = (entry: object) => ({ ...SHORT, programs: [{ address: PROGRAM, ...entry }] });

test("a link names the chain, the program, the node and the explorer", () => {
  const query = readQuery(`?chain=10&rpc=https://rpc.example.org&program=${PROGRAM.toLowerCase()}`);
  expect(query).toEqual({
    chainId: 10,
    rpcUrl: "https://rpc.example.org",
    program: PROGRAM,
    explorer: undefined,
  });
});

for (const [search, complaint] of [
  ["?rpc=javascript:alert(1)", /“rpc” is “javascript:alert\(1\)”/],
  ["?rpc=somewhere", /must be an http/],
  ["?rpc=https://base.example.org@evil.example", /its host is evil\.example/],
  ["?program=0x12", /“program” is “0x12”/],
  ["?chain=base", /“chain” is “base”/],
  ["?chain=0x1", /“chain” is “0x1”/],
  ["?explorer=data:text/html,x", /“explorer”/],
] as const) {
  test(`a link with ${search} is refused as a link`, () => {
    expect(() => readQuery(search)).toThrow(LinkError);
    expect(() => readQuery(search)).toThrow(complaint);
  });
}

test("what a refused link quotes turns nothing around", () => {
  expect(() => readQuery("?rpc=\u202emoc.elpmaxe")).toThrow("“rpc” is “\ufffdmoc.elpmaxe”");
});

test("programs.json lists chains, with their nodes, tokens and factories, and programs", () => {
  expect(LIST.chains[0]).toEqual({
    ...BASE,
    second: "https://second.example.org",
    genesis: GENESIS,
    explorer: "https://explorer.example.org",
    tokens: [{ address: OTHER, symbol: "USDC" }],
    factories: [OTHER],
  });
  expect(LIST.chains[1]).toMatchObject({ id: 10, second: undefined, tokens: [], factories: [] });
  expect(LIST.programs).toEqual([{ address: PROGRAM, name: "Acme", chainId: 10 }]);
});

test("a listed program's history is a folder's address or its path, and its creation a block", () => {
  const listed = { address: PROGRAM, chain: 10 };
  for (const [history, read] of [
    ["https://files.example.org/acme//", "https://files.example.org/acme"],
    ["history/acme/", "history/acme"],
    ["./history", "./history"],
    ["/history/", "/history"],
  ]) {
    const file = { ...FILE, programs: [{ ...listed, history, creation: 0 }] };
    expect(readProgramsFile(file).programs).toEqual([
      { address: PROGRAM, chainId: 10, history: read, creation: 0 },
    ]);
  }
});

test("the short form of programs.json is one chain", () => {
  expect(readProgramsFile(SHORT)).toEqual({
    chains: [
      {
        ...{ id: 31_337, nodes: ["http://127.0.0.1:8545"], explorer: undefined },
        ...{ second: undefined, genesis: undefined, tokens: SHORT.tokens, factories: [] },
      },
    ],
    programs: [{ address: PROGRAM, name: "Acme", chainId: 31_337 }],
  });
});

const [BASE_CHAIN, OP_CHAIN] = FILE.chains;

for (const [what, content, complaint] of [
  ["no object", [], /one JSON object/],
  ["no node", { ...SHORT, rpcUrl: undefined }, /no “rpcUrl”/],
  ["no programs", { ...SHORT, programs: [] }, /no “programs”/],
  ["a program without an address", { ...SHORT, programs: [{}] }, /programs\[0\]\.address/],
  ["a chain that is no number", { ...SHORT, chainId: "one" }, /“chainId” is "one"/],
  ["chains and a node", { ...FILE, rpcUrl: "https://x.example" }, /“chains” and “rpcUrl”/],
  ["no chains", { chains: [] }, /at least one chain/],
  ["a chain without a number", { chains: [{ nodes: BASE.nodes }] }, /chains\[0\]\.id” is missing/],
  ["a chain without nodes", { chains: [{ id: 1 }] }, /chains\[0\]\.nodes” is empty/],
  [
    "a node that is none",
    { chains: [{ id: 1, nodes: ["file:///x"] }] },
    /chains\[0\]\.nodes\[0\]” is “file/,
  ],
  ["half a hash", { chains: [{ ...BASE, genesis: "0x12" }] }, /chains\[0\]\.genesis” is “0x12”/],
  ["a chain twice", { chains: [BASE_CHAIN, BASE_CHAIN] }, /lists chain 8453 twice/],
  [
    "a token without a symbol",
    { chains: [{ ...BASE, tokens: [{ address: OTHER }] }] },
    /tokens\[0\]\.symbol” is missing/,
  ],
  [
    "a program of no listed chain",
    { ...FILE, programs: [{ address: PROGRAM, chain: 1 }] },
    /programs\[0\]\.chain” is 1\. It must be one of the listed chains: 8453, 10/,
  ],
  [
    "a program that could be on several",
    { chains: [BASE_CHAIN, OP_CHAIN], programs: [{ address: PROGRAM }] },
    /programs\[0\]\.chain” is missing/,
  ],
  [
    "history files that are none",
    listing({ history: true }),
    /history” is true\. It must be a text/,
  ],
  ["history files of another kind", listing({ history: "ftp://x.example" }), /is “ftp:\/\/x\.exam/],
  ["history files at half an address", listing({ history: "//x.example" }), /its path beside/],
  ["history files nowhere", listing({ history: "/" }), /programs\[0\]\.history” is “\/”/],
  ["a creation before all blocks", listing({ creation: -1 }), /creation” is -1, not a block’s/],
  ["a creation between blocks", listing({ creation: 1.5 }), /creation” is 1\.5, not a block’s/],
  ["a creation that is no number", listing({ creation: "7" }), /creation” is "7", not a block’s/],
] as const) {
  test(`programs.json with ${what} is refused`, () => {
    expect(() => readProgramsFile(content)).toThrow(SiteConfigError);
    expect(() => readProgramsFile(content)).toThrow(complaint);
  });
}

test("a listed program is shown on its chain by the site's nodes, without asking", () => {
  const site = chooseSite(readQuery(`?program=${PROGRAM.toLowerCase()}`), LIST);
  expect(site).toMatchObject({ chainId: 10, isForeign: false, nodes: ["https://op.example.org"] });
  expect(site?.programs).toEqual(LIST.programs);
});

test("an unlisted program needs its chain where the site lists several", () => {
  expect(chooseSite(readQuery(`?program=${OTHER}`), LIST)).toBeUndefined();
  const site = chooseSite(readQuery(`?chain=8453&program=${OTHER}`), LIST);
  expect(site).toMatchObject({ chainId: 8453, isForeign: false, nodes: BASE.nodes });
  expect(site?.programs).toEqual([{ address: OTHER, name: undefined, chainId: 8453 }]);
  const short = readProgramsFile(SHORT);
  expect(chooseSite(readQuery(`?program=${OTHER}`), short)).toMatchObject({ chainId: 31_337 });
});

test("a link's node is the site's own only if the site lists that very address", () => {
  for (const rpc of [...BASE.nodes, "https://second.example.org"]) {
    const site = chooseSite(readQuery(`?rpc=${rpc}/&program=${OTHER}`), LIST);
    expect(site).toMatchObject({ isForeign: false, nodes: [rpc], chainId: 8453 });
  }
  for (const rpc of ["https://evil.example", "https://more.example.org", "http://op.example.org"]) {
    const site = chooseSite(readQuery(`?rpc=${rpc}&program=${OTHER}`), LIST);
    expect(site).toMatchObject({ isForeign: true, nodes: [rpc], chainId: undefined });
    expect(site?.chain).toBeUndefined();
  }
  const named = chooseSite(readQuery(`?chain=10&rpc=https://evil.example`), LIST);
  expect(named).toMatchObject({ isForeign: true, chainId: 10, nodes: ["https://evil.example"] });
});

test("a listed program is not taken for listed through a node of no known chain", () => {
  const list = readProgramsFile({ ...SHORT, chainId: undefined });
  const site = chooseSite(readQuery(`?rpc=https://evil.example&program=${PROGRAM}`), list);
  expect(site?.programs).toEqual([{ address: PROGRAM, name: undefined, chainId: undefined }]);
});

test("a chain that the site does not list is told as the link's fault", () => {
  expect(() => chooseSite(readQuery(`?chain=1&program=${PROGRAM}`), LIST)).toThrow(LinkError);
  expect(() => chooseSite(readQuery("?chain=1"), LIST)).toThrow(/“chain” is 1.*lists 8453, 10/);
  expect(chooseSite(readQuery(`?chain=1&program=${PROGRAM}`), NO_LIST)).toBeUndefined();
});

test("without a program those of the first program's chain are shown", () => {
  expect(chooseSite(readQuery(""), LIST)).toMatchObject({ chainId: 10, programs: LIST.programs });
  expect(chooseSite(readQuery("?chain=8453"), LIST)).toMatchObject({ chainId: 8453, programs: [] });
  expect(chooseSite(readQuery(""), NO_LIST)).toBeUndefined();
});

test("a link's explorer is taken only where it is https at a host that the site lists", () => {
  const usual = "https://usual.example.org";
  const choose = (asked?: string) => chooseExplorer(asked, usual, LIST);
  expect(choose()).toEqual({ explorer: usual, ignored: undefined });
  expect(choose("https://explorer.example.org/base")).toEqual({
    explorer: "https://explorer.example.org/base",
    ignored: undefined,
  });
  for (const asked of [
    "https://evil.example",
    "http://explorer.example.org",
    "https://explorer.example.org.evil.example",
    "https://explorer.example.org:8443",
  ]) {
    expect(choose(asked)).toEqual({ explorer: usual, ignored: new URL(asked).host });
  }
});

test("the way back to the listed node keeps the program and the page", () => {
  const search = `?chain=10&rpc=https://evil.example&program=${PROGRAM}&explorer=https://x.example`;
  expect(listedHref({ search, hash: `#/program/${PROGRAM}` })).toBe(
    `?chain=10&program=${PROGRAM}#/program/${PROGRAM}`,
  );
});

test("only web addresses are links, and none that hides its host", () => {
  expect(readUri("https://example.org/terms.json")).toEqual({
    href: "https://example.org/terms.json",
    warning: undefined,
  });
  for (const uri of ["javascript:alert(1)", "data:text/html,x", "ipfs://x", "terms.json"])
    expect(readUri(uri)).toEqual({ href: undefined, warning: undefined });
  const hidden = readUri("https://acme.example@evil.example/terms.json");
  expect(hidden.href).toBeUndefined();
  expect(hidden.warning).toContain("it leads to evil.example");
  expect(readUri("https://\u0430cme.example/")).toEqual({
    href: "https://xn--cme-5cd.example/",
    warning: "leads to xn--cme-5cd.example",
  });
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
