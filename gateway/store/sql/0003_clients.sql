-- What was agreed with single clients, each found by the keyed hash of the address.
CREATE TABLE client (
    mark       BLOB PRIMARY KEY,
    record     BLOB NOT NULL, -- sealed: the address and the agreement
    changed_at REAL NOT NULL
) WITHOUT ROWID;

-- "Did this sender have any reply lately?" is asked of each message, not of crisis replies only.
DROP INDEX answer_sender;
CREATE INDEX answer_sender ON answer (sender, at);
