-- A picture that a critical correction took out of a story: what shows it from before the correction is taken back.
CREATE TABLE dropped_picture (
    story       uuid        NOT NULL,
    asset       uuid        NOT NULL,
    -- Of the correction; what was made of it or of a later one may show the picture again.
    revision    integer     NOT NULL,
    at          timestamptz NOT NULL,
    sweep_until timestamptz NOT NULL,
    PRIMARY KEY (story, asset)
);
CREATE INDEX dropped_picture_sweeping ON dropped_picture (sweep_until);

-- The last correction of a story: what was made of an earlier revision is outdated.
CREATE TABLE story_correction (
    story    uuid    PRIMARY KEY,
    revision integer NOT NULL
);

-- What the end of a picture, or a correction, did to publications of a story; written as the first of them follows.
CREATE TABLE picture_recall (
    story     uuid        NOT NULL,
    asset     uuid        NOT NULL,
    revision  integer     NOT NULL,
    reason    text        NOT NULL,
    at        timestamptz NOT NULL,
    lifted_at timestamptz,
    PRIMARY KEY (story, asset)
);
CREATE INDEX picture_recall_newest ON picture_recall (at DESC, story DESC, asset DESC);
CREATE INDEX picture_recall_standing ON picture_recall (asset) WHERE lifted_at IS NULL;

GRANT SELECT ON dropped_picture, story_correction, picture_recall TO scheduling_application;
GRANT SELECT, INSERT, UPDATE, DELETE ON dropped_picture, story_correction, picture_recall TO scheduling_worker;

-- The picture because of which it was stopped or is taken away.
ALTER TABLE publication ADD COLUMN ended_picture uuid;
CREATE INDEX publication_ended_picture ON publication (story, ended_picture, id) WHERE ended_picture IS NOT NULL;

-- Those that were stopped before, for as far as it is known which picture did it.
SELECT set_config('app.shop', '*', true);
UPDATE publication p SET ended_picture = e.asset FROM picture_end e
 WHERE p.reason ->> 'key' LIKE 'recalled.picture.%'
   AND p.assets @> jsonb_build_array(jsonb_build_object('id', e.asset));
INSERT INTO picture_recall (story, asset, revision, reason, at, lifted_at)
SELECT p.story, e.asset, max(p.revision), e.reason, e.at, e.lifted_at
  FROM publication p JOIN picture_end e ON e.asset = p.ended_picture
 GROUP BY p.story, e.asset, e.reason, e.at, e.lifted_at;
