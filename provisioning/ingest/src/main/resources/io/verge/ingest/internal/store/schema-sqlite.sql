-- Times are texts in UTC with six decimals, so that they sort. A record is the same when all six of its key are.
CREATE TABLE IF NOT EXISTS record (
  tenant TEXT NOT NULL, box TEXT NOT NULL, store TEXT NOT NULL, lane TEXT NOT NULL, stream TEXT NOT NULL, sequence INTEGER NOT NULL,
  time TEXT NOT NULL, backlog INTEGER NOT NULL, received TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (tenant, box, store, lane, stream, sequence)) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS record_time ON record (tenant, time);

-- What could not be kept as a record, and how often it came.
CREATE TABLE IF NOT EXISTS refused (
  topic TEXT NOT NULL, digest TEXT NOT NULL, reason TEXT NOT NULL, content BLOB NOT NULL,
  times INTEGER NOT NULL, first TEXT NOT NULL, last TEXT NOT NULL,
  PRIMARY KEY (topic, digest)) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS box (
  tenant TEXT NOT NULL, box TEXT NOT NULL, online INTEGER NOT NULL, connection INTEGER NOT NULL,
  store TEXT NOT NULL, version TEXT NOT NULL, since TEXT NOT NULL,
  PRIMARY KEY (tenant, box)) WITHOUT ROWID;
