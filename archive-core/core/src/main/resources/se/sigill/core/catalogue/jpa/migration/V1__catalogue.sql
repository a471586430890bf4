-- The catalogue: a projection of the archive log. Delete the database and run `sigill rebuild` to make it anew.
-- Columns that end in _act hold indices of the log; -1 is no act. ${clob} is the type for text of any length.

CREATE TABLE projection_cursor (
  name VARCHAR(60) NOT NULL PRIMARY KEY,
  next_act BIGINT NOT NULL
);

CREATE TABLE archive_record (
  record_id CHAR(26) NOT NULL PRIMARY KEY,
  sealed_act BIGINT NOT NULL,
  newest_version INTEGER NOT NULL,
  kind VARCHAR(40) NOT NULL,
  title VARCHAR(1000) NOT NULL,
  diary_key VARCHAR(200) NOT NULL,
  record_date VARCHAR(40) NOT NULL,
  received_at TIMESTAMP NOT NULL,
  authority VARCHAR(1000) NOT NULL,
  class_code VARCHAR(1000) NOT NULL,
  source_key CHAR(64) NOT NULL,
  description ${clob} NOT NULL
);
CREATE INDEX archive_record_diary ON archive_record (diary_key);
CREATE INDEX archive_record_source ON archive_record (source_key);

CREATE TABLE record_version (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  version_number INTEGER NOT NULL,
  committed_at TIMESTAMP NOT NULL,
  inventory_sha512 VARCHAR(128) NOT NULL,
  file_role VARCHAR(40) NOT NULL
);
CREATE INDEX record_version_record ON record_version (record_id);

CREATE TABLE gap (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  code VARCHAR(200) NOT NULL,
  place ${clob} NOT NULL,
  message ${clob} NOT NULL,
  waits_for VARCHAR(200) NOT NULL,
  opened_at TIMESTAMP NOT NULL,
  closed_act BIGINT NOT NULL,
  accepted SMALLINT NOT NULL,
  close_reason ${clob} NOT NULL
);
CREATE INDEX gap_record ON gap (record_id);
CREATE INDEX gap_open ON gap (closed_act, act);

CREATE TABLE disposal_hold (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  reason ${clob} NOT NULL,
  placed_by VARCHAR(1000) NOT NULL,
  placed_at TIMESTAMP NOT NULL,
  lifted_act BIGINT NOT NULL
);
CREATE INDEX disposal_hold_record ON disposal_hold (record_id);

CREATE TABLE restriction (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  target VARCHAR(1100) NOT NULL,
  category VARCHAR(20) NOT NULL,
  provision VARCHAR(200) NOT NULL,
  reason ${clob} NOT NULL,
  authority VARCHAR(1000) NOT NULL,
  marked_by VARCHAR(1000) NOT NULL,
  marked_on VARCHAR(16) NOT NULL,
  clock_start VARCHAR(16) NOT NULL,
  existence_secret SMALLINT NOT NULL,
  lifted_act BIGINT NOT NULL
);
CREATE INDEX restriction_record ON restriction (record_id);

CREATE TABLE assessment (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  is_open SMALLINT NOT NULL,
  publishable SMALLINT NOT NULL,
  assessed_by VARCHAR(1000) NOT NULL,
  assessed_on VARCHAR(16) NOT NULL,
  reason ${clob} NOT NULL
);
CREATE INDEX assessment_record ON assessment (record_id);

CREATE TABLE secrecy_override (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  provision VARCHAR(200) NOT NULL,
  reason ${clob} NOT NULL,
  audience VARCHAR(1000) NOT NULL,
  granted_by VARCHAR(1000) NOT NULL,
  valid_from VARCHAR(16) NOT NULL,
  valid_until VARCHAR(16) NOT NULL
);
CREATE INDEX secrecy_override_record ON secrecy_override (record_id);

CREATE TABLE disposal (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  disposed_at TIMESTAMP NOT NULL,
  actor VARCHAR(1000) NOT NULL,
  second_person VARCHAR(1000) NOT NULL,
  authority ${clob} NOT NULL,
  reason ${clob} NOT NULL
);
CREATE INDEX disposal_record ON disposal (record_id);

CREATE TABLE adoption (
  act BIGINT NOT NULL PRIMARY KEY,
  kind VARCHAR(200) NOT NULL,
  name VARCHAR(1000) NOT NULL,
  document_version VARCHAR(1000) NOT NULL,
  sha256 VARCHAR(64) NOT NULL,
  document ${clob} NOT NULL,
  adopted_at TIMESTAMP NOT NULL,
  actor VARCHAR(1000) NOT NULL
);

CREATE TABLE restoration (
  act BIGINT NOT NULL PRIMARY KEY,
  restored_at TIMESTAMP NOT NULL,
  lost_from BIGINT NOT NULL,
  lost_to BIGINT NOT NULL,
  reason ${clob} NOT NULL,
  accepted_act BIGINT NOT NULL
);

CREATE TABLE audit_round (
  act BIGINT NOT NULL PRIMARY KEY,
  ended_at TIMESTAMP NOT NULL,
  round_id VARCHAR(200) NOT NULL,
  objects BIGINT NOT NULL,
  files BIGINT NOT NULL,
  size_bytes BIGINT NOT NULL,
  faults BIGINT NOT NULL
);
