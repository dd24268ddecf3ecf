-- A story that its shops may use no longer from a moment on, as content-service told it 30 and 7 days before; shops hear
-- of it in batches.
CREATE TABLE story_ending (
    story      uuid        NOT NULL,
    ends_at    timestamptz NOT NULL,
    days       integer     NOT NULL,
    reason     text        NOT NULL,
    heard_at   timestamptz NOT NULL,
    -- Shops up to and including this slug were told; null once all were.
    told_until text        DEFAULT '',
    PRIMARY KEY (story, ends_at, days)
);
CREATE INDEX story_ending_to_tell ON story_ending (heard_at) WHERE told_until IS NOT NULL;

-- One row per picture that may be used no longer; every claim anti-joins it, as it does recall.
CREATE TABLE picture_end (
    asset       uuid        PRIMARY KEY,
    reason      text        NOT NULL,
    at          timestamptz NOT NULL,
    -- When it could be used again, which ends this for what is planned since.
    lifted_at   timestamptz,
    sweep_until timestamptz NOT NULL
);
CREATE INDEX picture_end_sweeping ON picture_end (sweep_until) WHERE lifted_at IS NULL;

GRANT SELECT ON picture_end TO scheduling_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON story_ending, picture_end TO scheduling_worker;

-- What is planned or may be out there: by the shops of a story, and by the pictures shown.
CREATE INDEX publication_in_use ON publication (story, shop, at)
    WHERE state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'published', 'unknown');
CREATE INDEX publication_pictures ON publication USING gin (assets jsonb_path_ops)
    WHERE state IN ('proposed', 'awaiting-approval', 'scheduled', 'publishing', 'published', 'unknown');

ALTER TABLE notice
    DROP CONSTRAINT notice_kind_check,
    ADD CONSTRAINT notice_kind_check CHECK (kind IN ('failure', 'task', 'ending')),
    -- When it is over by itself; null where somebody or something ends it.
    ADD COLUMN over_at timestamptz;
CREATE INDEX notice_over ON notice (over_at) WHERE closed_at IS NULL AND over_at IS NOT NULL;
