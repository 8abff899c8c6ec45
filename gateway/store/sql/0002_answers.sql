-- Which reply went where, as keyed hashes: the claim is written before the reply is sent.
CREATE TABLE answer (
    id      INTEGER PRIMARY KEY,
    at      REAL NOT NULL,
    crisis  INTEGER NOT NULL,
    handle  BLOB NOT NULL, -- sender + handle
    sender  BLOB NOT NULL,
    domain  BLOB NOT NULL,
    message BLOB NOT NULL  -- sender + Message-ID (or content) + handle
);

CREATE INDEX answer_handle ON answer (handle, at);
CREATE INDEX answer_sender ON answer (sender, at) WHERE crisis;
CREATE INDEX answer_domain ON answer (domain, at);
CREATE INDEX answer_at ON answer (at);
CREATE INDEX answer_message ON answer (message);

-- Addresses that refused a reply for good: no reply to them until then.
CREATE TABLE refusal (
    sender BLOB PRIMARY KEY,
    until  REAL NOT NULL
) WITHOUT ROWID;
