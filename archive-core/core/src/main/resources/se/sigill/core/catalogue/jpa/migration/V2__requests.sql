-- Requests for records. What happened to one is computed from its acts, which stand here as in the log.

CREATE TABLE archive_request (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  arrived_at TIMESTAMP NOT NULL,
  closed_act BIGINT NOT NULL
);
CREATE INDEX archive_request_record ON archive_request (record_id);
CREATE INDEX archive_request_open ON archive_request (closed_act, arrived_at);

CREATE TABLE request_act (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  released_of VARCHAR(26) NOT NULL,
  act_text ${clob} NOT NULL
);
CREATE INDEX request_act_record ON request_act (record_id);
CREATE INDEX request_act_released ON request_act (released_of);
