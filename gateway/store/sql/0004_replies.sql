-- What was in force when: policy, templates and crisis lines, each combination once.
CREATE TABLE edition (
    number   INTEGER PRIMARY KEY,
    sha      BLOB NOT NULL UNIQUE, -- keyed hash of the content
    first_at REAL NOT NULL,
    last_at  REAL NOT NULL,        -- when it was last loaded
    proved   INTEGER NOT NULL DEFAULT 0, -- every reply of it was checked once
    content  BLOB NOT NULL         -- sealed, compressed JSON
);

-- What each reply was made of. It outlives the message (privacy.recall_days).
--
-- reply.state: claimed  the client may have it
--              shadow   chosen and recorded only, never sent
CREATE TABLE reply (
    id      INTEGER PRIMARY KEY,
    at      REAL NOT NULL,
    state   TEXT NOT NULL CHECK (state IN ('claimed', 'shadow')),
    sender  BLOB NOT NULL,        -- keyed hash, as in answer
    message TEXT NOT NULL UNIQUE, -- our id of the message it answers
    edition INTEGER NOT NULL,     -- no reference: what is missing there must not stop a mail
    detail  BLOB NOT NULL         -- sealed
);

CREATE INDEX reply_at ON reply (at);
CREATE INDEX reply_sender ON reply (sender);
CREATE INDEX reply_edition ON reply (edition);

-- Which crisis lines it showed: the id of a line tells where somebody lives, so it is hashed too.
CREATE TABLE reply_line (
    line  BLOB NOT NULL,
    reply INTEGER NOT NULL REFERENCES reply (id) ON DELETE CASCADE,
    PRIMARY KEY (line, reply)
) WITHOUT ROWID;

CREATE INDEX reply_line_reply ON reply_line (reply);
