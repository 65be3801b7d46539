/** Goes up whenever the tables below change. */
export const STORE_VERSION = 3;

const SALES = `CREATE TABLE sales (
  place INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, amount INTEGER NOT NULL, tax INTEGER,
  shipping INTEGER, currency TEXT NOT NULL, occurred_at INTEGER NOT NULL, standing TEXT NOT NULL, event TEXT NOT NULL
);`;

const DISPUTES = `CREATE TABLE disputes (
  id TEXT PRIMARY KEY, charge TEXT NOT NULL, outcome TEXT NOT NULL, told_at INTEGER NOT NULL, lost_by TEXT
) WITHOUT ROWID;`;

const UNREAD = "CREATE TABLE unread (event TEXT PRIMARY KEY, type TEXT NOT NULL) WITHOUT ROWID;";

/**
 * What events told the endpoint, in the order in which it came. `aliases` puts the ids of one sale's objects into a group;
 * `returned` lists what was said of money that went back: of a charge in all, of one refund, or by a lost dispute.
 * `unread` counts events of kinds that nobody reads.
 */
export const STORE_TABLES = `
CREATE TABLE events (id TEXT PRIMARY KEY, type TEXT NOT NULL, created INTEGER NOT NULL, received INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE aliases (alias TEXT PRIMARY KEY, grp TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX aliases_of_group ON aliases (grp);
${SALES}
CREATE TABLE details (event TEXT PRIMARY KEY, alias TEXT NOT NULL, customers TEXT NOT NULL, details TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX details_of_alias ON details (alias);
CREATE TABLE returned (
  place INTEGER PRIMARY KEY, event TEXT NOT NULL, charge TEXT NOT NULL, id TEXT NOT NULL, amount INTEGER NOT NULL,
  status TEXT NOT NULL, reason TEXT NOT NULL, currency TEXT NOT NULL, occurred_at INTEGER NOT NULL
);
${DISPUTES}
${UNREAD}
`;

/** From the layout before, of which nothing is lost. */
export const STORE_CHANGES = `
ALTER TABLE sales RENAME TO former_sales;
ALTER TABLE disputes RENAME TO former_disputes;
${SALES}
INSERT INTO sales SELECT place, id, kind, amount, tax, shipping, currency, occurred_at,
  CASE awaits_invoice WHEN 1 THEN 'awaited' ELSE 'whole' END, event FROM former_sales;
${DISPUTES}
INSERT INTO disputes SELECT id, charge, outcome, 0, NULL FROM former_disputes;
UPDATE disputes SET lost_by = (
  SELECT event FROM returned WHERE returned.charge = disputes.charge AND status = 'lost' LIMIT 1
) WHERE outcome = 'lost';
DROP TABLE former_sales;
DROP TABLE former_disputes;
${UNREAD}
`;
