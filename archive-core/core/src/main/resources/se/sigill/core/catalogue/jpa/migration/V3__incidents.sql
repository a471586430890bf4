-- Incidents: content that got out. What became of one is computed from its acts, which stand here as in the log.

CREATE TABLE incident_act (
  act BIGINT NOT NULL PRIMARY KEY,
  record_id CHAR(26) NOT NULL,
  act_text ${clob} NOT NULL
);
CREATE INDEX incident_act_record ON incident_act (record_id);
