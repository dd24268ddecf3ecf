CREATE TABLE publication (
    id                 uuid        PRIMARY KEY,
    shop               text        NOT NULL,
    channel            uuid        NOT NULL REFERENCES channel,
    platform           text        NOT NULL,
    -- Member, or the integration of a machine.
    created_by         uuid        NOT NULL,
    created_at         timestamptz NOT NULL,
    needs_approval     boolean     NOT NULL,
    approved_by        uuid,
    approved_at        timestamptz,
    approved_hash      text,

    -- The snapshot: what goes out, whatever becomes of the adaptation.
    adaptation         uuid        NOT NULL,
    adaptation_version bigint      NOT NULL,
    story              uuid        NOT NULL,
    revision           integer     NOT NULL,
    campaign           uuid,
    text               text        NOT NULL,
    link               text,
    assets             jsonb       NOT NULL,
    hash               text        NOT NULL,
    -- Of the text without its reference and white space, to find the same text on the same channel.
    text_hash          text        NOT NULL,

    local_time         timestamp   NOT NULL,
    time_zone          text        NOT NULL,
    at                 timestamptz NOT NULL,
    not_after          timestamptz NOT NULL,

    state              text        NOT NULL CHECK (state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing',
        'published', 'failed', 'unknown', 'missed', 'cancelled', 'recalled', 'removing', 'removed')),
    reason             jsonb,
    notes              jsonb       NOT NULL,
    permalink          text,
    platform_id        text,
    removal            text        CHECK (removal IN ('requested', 'refused', 'done')),

    -- The Idempotency-Key of this plan; a new plan gets a new one.
    key                uuid        NOT NULL,
    first_call_at      timestamptz,
    -- The last call that may have put it there; only after a while is its absence proof.
    last_call_at       timestamptz,
    -- When a worker must look at this row next: to send, to seek, to remove, to offer; while one works on it, when its
    -- lease lapses. Null when no worker has anything to do.
    due_at             timestamptz,
    -- The attempt that holds the lease.
    lease              uuid,
    tries              integer     NOT NULL DEFAULT 0,
    offers             integer     NOT NULL DEFAULT 0,
    changed_at         timestamptz NOT NULL,
    version            bigint      NOT NULL,
    CHECK (not_after > at)
);
CREATE INDEX publication_due ON publication (due_at, id) WHERE due_at IS NOT NULL;
CREATE INDEX publication_too_late ON publication (not_after)
    WHERE state IN ('proposed', 'awaiting-approval', 'scheduled');
CREATE INDEX publication_by_shop ON publication (shop, at, id);
CREATE INDEX publication_by_story ON publication (story, id);
CREATE INDEX publication_same_text ON publication (channel, text_hash, at);

CREATE TABLE attempt (
    id          uuid        PRIMARY KEY,
    publication uuid        NOT NULL REFERENCES publication,
    shop        text        NOT NULL,
    number      integer     NOT NULL,
    kind        text        NOT NULL CHECK (kind IN ('publish', 'seek', 'remove', 'offer')),
    key         uuid        NOT NULL,
    worker      text        NOT NULL,
    started_at  timestamptz NOT NULL,
    finished_at timestamptz,
    outcome     text,
    detail      jsonb,
    UNIQUE (publication, number)
);
CREATE INDEX attempt_started ON attempt (started_at);
CREATE INDEX attempt_running ON attempt (worker) WHERE finished_at IS NULL;

ALTER TABLE publication ENABLE ROW LEVEL SECURITY;
ALTER TABLE publication FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON publication USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));
ALTER TABLE attempt ENABLE ROW LEVEL SECURITY;
ALTER TABLE attempt FORCE ROW LEVEL SECURITY;
CREATE POLICY own_rows ON attempt USING (
    current_setting('app.shop', true) = '*'
    OR shop = ANY (string_to_array(current_setting('app.shop', true), ',')));

GRANT SELECT, INSERT, UPDATE ON publication TO scheduling_application;
GRANT SELECT, INSERT, UPDATE ON attempt TO scheduling_application;
GRANT SELECT, UPDATE ON publication TO scheduling_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON attempt TO scheduling_worker;
