-- A record is the same when all six of its key are.
CREATE TABLE IF NOT EXISTS record (
  tenant text NOT NULL, box text NOT NULL, store text NOT NULL, lane text NOT NULL, stream text NOT NULL, sequence bigint NOT NULL,
  time timestamptz NOT NULL, backlog boolean NOT NULL, received timestamptz NOT NULL, body jsonb NOT NULL,
  PRIMARY KEY (tenant, box, store, lane, stream, sequence));

CREATE INDEX IF NOT EXISTS record_time ON record USING brin (time);

-- What could not be kept as a record, and how often it came.
CREATE TABLE IF NOT EXISTS refused (
  topic text NOT NULL, digest text NOT NULL, reason text NOT NULL, content bytea NOT NULL,
  times bigint NOT NULL, first timestamptz NOT NULL, last timestamptz NOT NULL,
  PRIMARY KEY (topic, digest));

CREATE TABLE IF NOT EXISTS box (
  tenant text NOT NULL, box text NOT NULL, online boolean NOT NULL, connection bigint NOT NULL,
  store text NOT NULL, version text NOT NULL, since timestamptz NOT NULL,
  PRIMARY KEY (tenant, box));
