-- One counter row per feed. A writer locks it with its UPDATE until it commits, so positions become
-- visible in order and a reader that has seen position n has seen everything before it.
CREATE TABLE event_feed (
    name     text   PRIMARY KEY,
    position bigint NOT NULL CHECK (position >= 0)
);

CREATE TABLE event (
    feed     text        NOT NULL,
    position bigint      NOT NULL CHECK (position > 0),
    type     text        NOT NULL,
    subject  text        NOT NULL,
    time     timestamptz NOT NULL,
    data     jsonb       NOT NULL,
    PRIMARY KEY (feed, position)
);

-- For compaction: is there a newer event about the same subject?
CREATE INDEX event_subject ON event (feed, subject, position);

GRANT SELECT, INSERT, UPDATE ON event_feed TO shops_application;
GRANT SELECT, INSERT ON event TO shops_application;
GRANT SELECT ON event_feed TO shops_worker;
GRANT SELECT, DELETE ON event TO shops_worker;
