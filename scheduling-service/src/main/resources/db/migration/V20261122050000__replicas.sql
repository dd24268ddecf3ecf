-- What this service keeps of its neighbours, by feed; written by the worker role only. No row-level security: these
-- rows are read to find out which shops a caller has.
GRANT USAGE ON SCHEMA public TO scheduling_application, scheduling_worker;

CREATE TABLE shop (
    slug      text   PRIMARY KEY,
    kind      text   NOT NULL,
    state     text   NOT NULL,
    time_zone text   NOT NULL,
    locale    text   NOT NULL,
    version   bigint NOT NULL
);

CREATE TABLE membership (
    id         uuid    PRIMARY KEY,
    -- Absent for the central group.
    shop       text,
    issuer     text    NOT NULL,
    subject    text    NOT NULL,
    role       text    NOT NULL,
    from_date  date,
    -- Last day included.
    until_date date,
    trusted    boolean NOT NULL,
    version    bigint  NOT NULL
);
CREATE INDEX membership_by_person ON membership (issuer, subject);

CREATE TABLE integration (
    id         uuid   PRIMARY KEY,
    shop       text   NOT NULL,
    issuer     text   NOT NULL,
    client_id  text   NOT NULL,
    scopes     text[] NOT NULL,
    state      text   NOT NULL,
    -- Last day included.
    until_date date,
    version    bigint NOT NULL
);
CREATE INDEX integration_by_client ON integration (client_id);

CREATE TABLE adaptation (
    id       uuid    PRIMARY KEY,
    shop     text    NOT NULL,
    story    uuid    NOT NULL,
    revision integer NOT NULL,
    state    text    NOT NULL,
    version  bigint  NOT NULL
);

-- One row per story that was taken back; every claim anti-joins it, the states of publications follow in batches.
CREATE TABLE recall (
    story      uuid        PRIMARY KEY,
    revision   integer     NOT NULL,
    reason     text        NOT NULL,
    at         timestamptz NOT NULL,
    -- When the story was released anew, which ends the recall for what is planned since.
    lifted_at  timestamptz,
    -- After this no publication planned before the recall can still appear; the batches may stop.
    sweep_until timestamptz NOT NULL
);
CREATE INDEX recall_sweeping ON recall (sweep_until) WHERE lifted_at IS NULL;
CREATE INDEX recall_newest ON recall (at DESC, story DESC);

GRANT SELECT ON shop, membership, integration, adaptation, recall TO scheduling_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON shop, membership, integration, adaptation, recall TO scheduling_worker;
