// What may import what, type imports included; docs/architecture.md draws it. `npm run check -- imports` holds it.

/** Each floor and what of ours it knows. */
const FLOORS = {
  tools: ["scripts", "ignition", "core", "generated"],
  scripts: ["ignition", "core", "generated"],
  frontend: ["core", "generated"],
  ignition: ["core", "generated"],
  core: ["generated"],
  generated: [],
};

/** Lowest first: each room knows those of earlier lines, and no other of its own line. */
const ROOMS = {
  core: [
    ["currency", "json", "money"],
    ["text"],
    ["deal", "ids"],
    ["batches", "equity"],
    ["signing"],
    ["spec", "terms"],
    ["logs", "messages"],
    ["history"],
    ["ledger"],
  ],
  scripts: [
    ["files"],
    ["attribution", "chain", "ingest"],
    ["history", "posting", "reporting", "simulation"],
    ["equity"],
    ["cli"],
  ],
  "frontend/src": [["lib"], ["components", "history"], ["features"], ["app"]],
};

export default {
  forbidden: [
    forbid("no-circles", "Imports never lead back.", {}, { circular: true }),
    forbid("no-rings-of-folders", "Folders never lead back.", {}, { circular: true }, "folder"),
    ...Object.entries(FLOORS).map(([floor, below]) =>
      forbid(
        `${floor}-floor`,
        `${floor}/ knows ${below.join(", ") || "nothing"} of ours.`,
        { path: `^${floor}/` },
        { path: `^(${[...closedTo(floor, below), "test"].join("|")})/` },
      ),
    ),
    ...Object.entries(ROOMS).flatMap(([floor, lines]) => [
      forbid(
        `${floor}-rooms-are-listed`,
        "A new room gets its place in ROOMS.",
        { path: `^${floor}/[^/]+/`, pathNot: `^${floor}/(${lines.flat().join("|")})/` },
        {},
      ),
      ...lines.flatMap((rooms, line) => rooms.map((room) => roomRule(floor, lines, line, room))),
    ]),
    forbid(
      "core-runs-anywhere",
      "core/ has no Node and no files.",
      { path: "^core/" },
      { pathNot: "^(core|generated|node_modules)/" },
    ),
    forbid(
      "pages-run-anywhere",
      "The pages have no Node and no files.",
      { path: "^frontend/src/", pathNot: "[.]test[.]tsx?$" },
      { pathNot: "^(frontend/src|core|generated|node_modules)/" },
    ),
    forbid(
      "core-has-no-client",
      "core/ has no React, no Hardhat, no wallet.",
      { path: "^core/" },
      { path: "^node_modules/(react|react-dom|wagmi|@wagmi|@tanstack|hardhat|@nomicfoundation)/" },
    ),
    forbid(
      "components-know-no-chain",
      "Pages hand components what they show.",
      { path: "^frontend/src/components/" },
      { path: "^(generated|node_modules/wagmi)/" },
    ),
    forbid(
      "lib-is-pure",
      "frontend/src/lib has no React and no wallet.",
      { path: "^frontend/src/lib/", pathNot: "[.]test[.]tsx?$" },
      { path: "^node_modules/(react|react-dom|wagmi)/" },
    ),
    forbid("all-is-found", "It is not installed, or misspelt.", {}, { couldNotResolve: true }),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "frontend/tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
    doNotFollow: { path: "node_modules" },
  },
};

function closedTo(floor, below) {
  return Object.keys(FLOORS).filter((other) => other !== floor && !below.includes(other));
}

function roomRule(floor, lines, line, room) {
  const closed = lines.slice(line).flat();
  return forbid(
    `${floor}/${room}-knows-its-place`,
    `A room knows those below it in ROOMS.`,
    { path: `^${floor}/${room}/` },
    { path: `^${floor}/(${closed.join("|")})/`, pathNot: `^${floor}/${room}/` },
  );
}

function forbid(name, comment, from, to, scope = "module") {
  return { name, comment, severity: "error", scope, from, to };
}
