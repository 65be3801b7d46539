-- A store as layout 2 had it: a sale with a lost dispute, and a session that waits for its invoice.
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
INSERT INTO events VALUES ('evt_1', 'checkout.session.completed', 1, 1), ('evt_2', 'charge.dispute.closed', 2, 2),
  ('evt_3', 'checkout.session.completed', 3, 3);
INSERT INTO aliases VALUES ('pi_1', 'pi_1'), ('cs_1', 'pi_1'), ('ch_1', 'pi_1'), ('pi_2', 'pi_2');
INSERT INTO sales VALUES (1, 'pi_1', 'initial', 11900, 1900, 0, 'eur', 1767225601, 0, 'evt_1'),
  (2, 'pi_2', 'initial', 500, 0, 0, 'eur', 1767225603, 1, 'evt_3');
INSERT INTO details VALUES ('evt_1', 'pi_1', '["cus_1"]', '{"product":"","codes":["promo_ANA10"],"attributes":{}}'),
  ('evt_2', 'pi_1', '[]', '{"product":"","codes":[],"attributes":{}}'),
  ('evt_3', 'pi_2', '[]', '{"product":"","codes":[],"attributes":{}}');
INSERT INTO returned VALUES (1, 'evt_2', 'ch_1', 'ch_1@dispute', 11900, 'lost', 'dispute lost', 'eur', 1767225602);
INSERT INTO disputes VALUES ('du_1', 'ch_1', 'lost');
PRAGMA user_version = 2;
