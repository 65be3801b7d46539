/** Goes up whenever the tables below change. */
export const STORE_VERSION = 2;

/**
 * What events told the endpoint, in the order in which it came. `aliases` puts the ids of one sale's objects into a group;
 * `returned` lists what was said of money that went back: of a charge in all, of one refund, or by a lost dispute.
 */
export const STORE_TABLES = `
CREATE TABLE events (id TEXT PRIMARY KEY, type TEXT NOT NULL, created INTEGER NOT NULL, received INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE aliases (alias TEXT PRIMARY KEY, grp TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX aliases_of_group ON aliases (grp);
CREATE TABLE sales (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, amount INTEGER NOT NULL, tax INTEGER NOT NULL,
  shipping INTEGER NOT NULL, currency TEXT NOT NULL, occurred_at INTEGER NOT NULL, awaits_invoice INTEGER NOT NULL,
  event TEXT NOT NULL
);
CREATE TABLE details (event TEXT PRIMARY KEY, alias TEXT NOT NULL, customers TEXT NOT NULL, details TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX details_of_alias ON details (alias);
CREATE TABLE returned (
  place INTEGER PRIMARY KEY, event TEXT NOT NULL, charge TEXT NOT NULL, id TEXT NOT NULL, amount INTEGER NOT NULL,
  status TEXT NOT NULL, reason TEXT NOT NULL, currency TEXT NOT NULL, occurred_at INTEGER NOT NULL
);
CREATE TABLE disputes (id TEXT PRIMARY KEY, charge TEXT NOT NULL, outcome TEXT NOT NULL) WITHOUT ROWID;
`;
