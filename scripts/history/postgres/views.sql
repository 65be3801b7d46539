-- What people ask of the tables: amounts in the currency's unit, names beside numbers.

CREATE OR REPLACE VIEW tributary.sale_facts AS
SELECT
  s.chain_id, s.program, s.batch, s.place, s.sale_id, s.occurred_at, s.time AS posted_at,
  s.kind, k.name AS kind_name, c.symbol, s.payer,
  s.amount / (10::numeric ^ c.decimals) AS amount,
  coalesce(r.amount, 0) / (10::numeric ^ c.decimals) AS refunded,
  coalesce(d.ruling, CASE WHEN o.batch IS NULL THEN 'posted' ELSE 'disputed' END) AS state
FROM tributary.sales s
JOIN tributary.currencies c
  ON (c.chain_id, c.program, c.address) = (s.chain_id, s.program, s.currency)
LEFT JOIN tributary.names k
  ON (k.chain_id, k.program, k.what, k.number) = (s.chain_id, s.program, 'kind', s.kind)
LEFT JOIN (
  SELECT chain_id, program, batch, place, sum(amount) AS amount
  FROM tributary.refunds GROUP BY chain_id, program, batch, place
) r ON (r.chain_id, r.program, r.batch, r.place) = (s.chain_id, s.program, s.batch, s.place)
LEFT JOIN (
  SELECT DISTINCT ON (chain_id, program, batch, place) chain_id, program, batch, place, ruling
  FROM tributary.rulings ORDER BY chain_id, program, batch, place, block DESC, log_index DESC
) d ON (d.chain_id, d.program, d.batch, d.place) = (s.chain_id, s.program, s.batch, s.place)
LEFT JOIN (
  SELECT DISTINCT chain_id, program, batch, place FROM tributary.disputes
) o ON (o.chain_id, o.program, o.batch, o.place) = (s.chain_id, s.program, s.batch, s.place);

-- One row for each line that counts: those of a re-attributed sale are the later ones, those of a void one bring nothing.
CREATE OR REPLACE VIEW tributary.earnings AS
SELECT
  l.chain_id, l.program, l.batch, l.place, l.line, f.sale_id, f.posted_at, f.kind_name, f.symbol,
  l.party, p.name AS party_name, p.wallet, l.role, n.name AS role_name,
  l.rate / 10000.0 AS rate_percent,
  l.amount / (10::numeric ^ c.decimals) AS earned,
  CASE WHEN f.state = 'void' THEN l.amount ELSE coalesce(v.amount, 0) END
    / (10::numeric ^ c.decimals) AS reversed
FROM tributary.lines l
JOIN tributary.sales s
  ON (s.chain_id, s.program, s.batch, s.place) = (l.chain_id, l.program, l.batch, l.place)
JOIN tributary.sale_facts f
  ON (f.chain_id, f.program, f.batch, f.place) = (l.chain_id, l.program, l.batch, l.place)
JOIN tributary.currencies c
  ON (c.chain_id, c.program, c.address) = (s.chain_id, s.program, s.currency)
LEFT JOIN tributary.partners p
  ON (p.chain_id, p.program, p.number) = (l.chain_id, l.program, l.party)
LEFT JOIN tributary.names n
  ON (n.chain_id, n.program, n.what, n.number) = (l.chain_id, l.program, 'role', l.role)
LEFT JOIN (
  SELECT chain_id, program, batch, place, line, sum(amount) AS amount
  FROM tributary.reversals GROUP BY chain_id, program, batch, place, line
) v ON (v.chain_id, v.program, v.batch, v.place, v.line)
     = (l.chain_id, l.program, l.batch, l.place, l.line)
WHERE l.is_reattributed = EXISTS (
  SELECT FROM tributary.lines later
  WHERE (later.chain_id, later.program, later.batch, later.place)
      = (l.chain_id, l.program, l.batch, l.place)
    AND later.is_reattributed
);

CREATE OR REPLACE VIEW tributary.partner_months AS
SELECT
  chain_id, program, party, party_name, wallet, symbol,
  date_trunc('month', posted_at) AS month,
  sum(earned) AS earned, sum(reversed) AS reversed, sum(earned - reversed) AS net,
  count(DISTINCT (batch, place)) AS sales
FROM tributary.earnings
GROUP BY chain_id, program, party, party_name, wallet, symbol, date_trunc('month', posted_at);

CREATE OR REPLACE VIEW tributary.payouts AS
SELECT
  l.chain_id, l.program, l.time, l.transaction, l.party AS wallet, p.name AS party_name,
  coalesce(l.paid_to, l.party) AS paid_to, c.symbol,
  l.amount / (10::numeric ^ c.decimals) AS amount
FROM tributary.claims l
JOIN tributary.currencies c
  ON (c.chain_id, c.program, c.address) = (l.chain_id, l.program, l.currency)
LEFT JOIN LATERAL (
  SELECT name FROM tributary.partners
  WHERE (chain_id, program, wallet) = (l.chain_id, l.program, l.party) ORDER BY number LIMIT 1
) p ON true;
