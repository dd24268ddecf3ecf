-- Tables of the library event-feed, for PostgreSQL 15 to 18.
-- Copy this into a migration of the service and put its own role names in the grants.

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

-- How far this service has followed the feeds of others; changes in one transaction with the data.
CREATE TABLE feed_cursor (
    feed       text        PRIMARY KEY,
    position   bigint      NOT NULL CHECK (position >= 0),
    updated_at timestamptz NOT NULL
);

-- The application role appends and reads.
-- GRANT SELECT, INSERT, UPDATE ON event_feed TO <service>_application;
-- GRANT SELECT, INSERT ON event TO <service>_application;
-- The worker role also follows and compacts.
-- GRANT SELECT, INSERT, UPDATE ON event_feed, feed_cursor TO <service>_worker;
-- GRANT SELECT, INSERT, DELETE ON event TO <service>_worker;
