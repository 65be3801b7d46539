/** The journal's layout. Another number says that the tables below have changed. */
export const JOURNAL_VERSION = 4;

export const JOURNAL_TABLES = `
CREATE TABLE facts (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE transactions (
  id INTEGER PRIMARY KEY,
  purpose TEXT NOT NULL,
  account TEXT NOT NULL,
  nonce INTEGER NOT NULL,
  target TEXT NOT NULL,
  value TEXT NOT NULL,
  data TEXT NOT NULL,
  data_hash TEXT NOT NULL,
  gas INTEGER NOT NULL,
  state TEXT NOT NULL,
  planned_at INTEGER NOT NULL,
  hash TEXT,
  block INTEGER,
  block_hash TEXT,
  gas_used INTEGER,
  seal TEXT NOT NULL
) STRICT;

-- A nonce is used once. What lost its nonce to another transaction, or was given up, has none.
CREATE UNIQUE INDEX nonces ON transactions (account, nonce) WHERE state NOT IN ('replaced', 'withdrawn');

CREATE TABLE attempts (
  transaction_id INTEGER NOT NULL REFERENCES transactions,
  number INTEGER NOT NULL,
  max_fee TEXT NOT NULL,
  priority_fee TEXT NOT NULL,
  hash TEXT,
  PRIMARY KEY (transaction_id, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE items (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  state TEXT NOT NULL,
  transaction_id INTEGER REFERENCES transactions,
  note TEXT,
  content TEXT,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- What the program has posted, by its events up to a block; the facts say which.
CREATE TABLE batches (
  number INTEGER PRIMARY KEY,
  lane INTEGER NOT NULL,
  currency TEXT NOT NULL,
  sales INTEGER NOT NULL,
  head TEXT NOT NULL,
  root TEXT NOT NULL,
  block INTEGER NOT NULL,
  time INTEGER NOT NULL,
  seal TEXT NOT NULL
) STRICT;

CREATE INDEX batches_of_lanes ON batches (lane, currency, number);

CREATE TABLE posted (
  batch INTEGER NOT NULL REFERENCES batches,
  place INTEGER NOT NULL,
  id TEXT NOT NULL,
  head TEXT NOT NULL,
  PRIMARY KEY (batch, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX posted_by_id ON posted (id);

CREATE TABLE payments (
  block INTEGER NOT NULL,
  log INTEGER NOT NULL,
  id TEXT NOT NULL,
  payer TEXT NOT NULL,
  kind INTEGER,
  currency TEXT,
  amount TEXT,
  seal TEXT NOT NULL,
  PRIMARY KEY (block, log)
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_by_id ON payments (id);

CREATE INDEX items_of_transactions ON items (transaction_id);
CREATE INDEX items_by_state ON items (kind, state);
`;
