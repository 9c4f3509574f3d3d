-- For a city: the tables of verge-ingest in TimescaleDB. NOT RUN HERE (the plain tables of schema-postgresql.sql are, by the tests).
-- A hypertable's unique key must hold its time. That keeps it exact, since a record that comes again has the time that it had.
CREATE TABLE record (
  tenant text NOT NULL, box text NOT NULL, store text NOT NULL, lane text NOT NULL, stream text NOT NULL, sequence bigint NOT NULL,
  time timestamptz NOT NULL, backlog boolean NOT NULL, received timestamptz NOT NULL, body jsonb NOT NULL,
  PRIMARY KEY (tenant, box, store, lane, stream, sequence, time));
SELECT create_hypertable('record', 'time', chunk_time_interval => INTERVAL '6 hours');
ALTER TABLE record SET (timescaledb.compress, timescaledb.compress_segmentby = 'tenant, box, lane, stream', timescaledb.compress_orderby = 'sequence');
-- Not before the longest outage that is to be filled in cheaply.
SELECT add_compression_policy('record', INTERVAL '7 days');
SELECT add_retention_policy('record', INTERVAL '400 days');
-- Then start verge-ingest: it finds the table and makes the others.
