-- Answers to writes that carried an Idempotency-Key (libs/idempotency).
CREATE TABLE idempotency_key (
    caller       text        NOT NULL,
    key          text        NOT NULL,
    request_hash text        NOT NULL,
    status       integer     NOT NULL,
    headers      jsonb       NOT NULL,
    body         text,
    created_at   timestamptz NOT NULL,
    PRIMARY KEY (caller, key)
);
CREATE INDEX idempotency_key_created ON idempotency_key (created_at);

GRANT SELECT, INSERT, UPDATE ON idempotency_key TO scheduling_application;
GRANT SELECT, DELETE ON idempotency_key TO scheduling_worker;

-- The feed of this service and its place in the feeds of others (libs/event-feed).
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

GRANT SELECT, INSERT, UPDATE ON event_feed TO scheduling_application;
GRANT SELECT, INSERT ON event TO scheduling_application;
GRANT SELECT, INSERT, UPDATE ON event_feed, feed_cursor TO scheduling_worker;
GRANT SELECT, INSERT, DELETE ON event TO scheduling_worker;

-- The table of db-scheduler 16, which runs the recurring housekeeping.
CREATE TABLE scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON scheduled_tasks (last_heartbeat);

GRANT SELECT, INSERT, UPDATE, DELETE ON scheduled_tasks TO scheduling_worker;
