/** Goes up whenever the tables below change. */
export const STORE_VERSION = 1;

/**
 * What the endpoint has heard. `aliases` puts the ids of one sale's objects into a group; `log` lists sales and refunds in the
 * order in which they became known, a refund never before its sale, and never changes.
 */
export const STORE_TABLES = `
CREATE TABLE events (id TEXT PRIMARY KEY, type TEXT NOT NULL, created INTEGER NOT NULL, received INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE aliases (alias TEXT PRIMARY KEY, grp TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX aliases_of_group ON aliases (grp);
CREATE TABLE sales (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, amount INTEGER NOT NULL, tax INTEGER NOT NULL, shipping INTEGER NOT NULL,
  currency TEXT NOT NULL, occurred_at INTEGER NOT NULL, event TEXT NOT NULL
);
CREATE TABLE details (event TEXT PRIMARY KEY, alias TEXT NOT NULL, customers TEXT NOT NULL, details TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE charges (id TEXT PRIMARY KEY, returned INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE refunds (
  id TEXT PRIMARY KEY, charge TEXT NOT NULL, amount INTEGER NOT NULL, reason TEXT NOT NULL, occurred_at INTEGER NOT NULL,
  event TEXT NOT NULL, sale TEXT, granted INTEGER
);
CREATE INDEX refunds_of_sale ON refunds (sale);
CREATE TABLE disputes (
  id TEXT PRIMARY KEY, charge TEXT NOT NULL, amount INTEGER NOT NULL, outcome TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE log (cursor INTEGER PRIMARY KEY AUTOINCREMENT, sale TEXT UNIQUE, refund TEXT UNIQUE, received INTEGER NOT NULL);
`;
