-- Accepted mail, until every action is done. All that tells of a client is sealed (BLOB).
--
-- message.state: kept     on disk, not yet judged
--                decided  its actions are known; it is done when all of them are
--                done     over; only the sealed record stays, for keep_log_days
CREATE TABLE message (
    id          TEXT PRIMARY KEY,
    received_at REAL NOT NULL,
    size        INTEGER NOT NULL,
    state       TEXT NOT NULL CHECK (state IN ('kept', 'decided', 'done')),
    crashes     INTEGER NOT NULL DEFAULT 0, -- times the program ended while this was in work
    envelope    BLOB,
    body_file   TEXT,
    record      BLOB,
    done_at     REAL
) WITHOUT ROWID;

-- The mail itself, apart, so that a change of its state does not write it again. A large one is
-- a file (message.body_file).
CREATE TABLE body (
    message TEXT PRIMARY KEY REFERENCES message (id) ON DELETE CASCADE,
    data    BLOB NOT NULL
);

CREATE INDEX message_open ON message (state, id) WHERE state <> 'done';
CREATE INDEX message_done ON message (done_at) WHERE state = 'done';

-- action.state: todo -> doing -> done; doing -> todo (not before t) | waiting (for a person,
-- tried again at t) | dropped (replies, alerts, reports only); any -> held (stopped until a
-- person releases it). An attempt is written down before it is made; but the first one of a
-- message that is only delivered is written with its outcome.
CREATE TABLE action (
    message    TEXT NOT NULL REFERENCES message (id) ON DELETE CASCADE,
    number     INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    payload    BLOB NOT NULL,
    state      TEXT NOT NULL CHECK (state IN ('todo', 'doing', 'waiting', 'held', 'done', 'dropped')),
    attempts   INTEGER NOT NULL DEFAULT 0,
    not_before REAL NOT NULL DEFAULT 0,
    error      TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (message, number)
) WITHOUT ROWID;

CREATE INDEX action_due ON action (not_before) WHERE state IN ('todo', 'waiting');
