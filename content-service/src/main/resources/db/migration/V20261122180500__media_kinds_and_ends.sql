-- Films, sounds and documents beside pictures, words for who can't hear them, and licences that end.
-- The owner lies under row-level security too.
SELECT set_config('app.shop', '*', true);

ALTER TABLE media_file ALTER COLUMN width DROP NOT NULL;
ALTER TABLE media_file ALTER COLUMN height DROP NOT NULL;
ALTER TABLE media_file ADD COLUMN duration_ms bigint;
COMMENT ON COLUMN media_file.width IS 'null for sound and documents';
COMMENT ON COLUMN media_file.duration_ms IS 'of film and sound; null for the others';

ALTER TABLE asset ADD COLUMN licence_until date;
ALTER TABLE asset ADD COLUMN captions text;
ALTER TABLE asset ADD COLUMN transcript text;
ALTER TABLE asset ADD COLUMN no_words_reason text;
ALTER TABLE asset ADD COLUMN ends_at timestamptz;
ALTER TABLE asset ADD COLUMN end_reason text;
COMMENT ON COLUMN asset.ends_at IS 'first instant at which it may be used no longer; null for never';
COMMENT ON COLUMN asset.end_reason IS 'consent-withdrawn or licence-ended';
UPDATE asset SET
    ends_at = CASE WHEN NOT consent_given THEN created_at
        ELSE (consent_until + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam' END,
    end_reason = 'consent-withdrawn'
WHERE NOT consent_given OR consent_until IS NOT NULL;
ALTER TABLE asset ADD CHECK ((ends_at IS NULL) = (end_reason IS NULL));
CREATE INDEX asset_ending ON asset (ends_at, id) WHERE ends_at IS NOT NULL;

-- A story leaves the library with the first of its files that may be used no longer.
ALTER TABLE library_item ADD COLUMN media_until timestamptz;
ALTER TABLE library_item ADD COLUMN media_reason text;
ALTER TABLE library_item ADD COLUMN warn_at timestamptz;
COMMENT ON COLUMN library_item.visible_until IS 'the end of the story''s own time or media_until, whichever comes first';
COMMENT ON COLUMN library_item.warn_at IS 'when to tell next that it will leave; null when there is nothing to tell';
CREATE INDEX library_item_warn ON library_item (warn_at) WHERE warn_at IS NOT NULL;

-- The same time of day so many Dutch days earlier.
CREATE FUNCTION days_before(moment timestamptz, days integer) RETURNS timestamptz
LANGUAGE sql IMMUTABLE AS $$
    SELECT ((moment AT TIME ZONE 'Europe/Amsterdam') - make_interval(days => days)) AT TIME ZONE 'Europe/Amsterdam'
$$;

-- Brings the end of stories in the library in line with their files. Who was warned of an end isn't warned of it again.
CREATE FUNCTION library_follow_media(stories uuid[]) RETURNS void
LANGUAGE sql AS $$
    UPDATE library_item i SET
        media_until = e.ends_at,
        media_reason = e.end_reason,
        visible_until = least((r.content ->> 'availableUntil')::timestamptz, e.ends_at),
        warn_at = CASE WHEN i.media_until IS NOT DISTINCT FROM e.ends_at THEN i.warn_at
            ELSE days_before(e.ends_at, 30) END
    FROM library_item o
    JOIN story_revision r ON r.story = o.story AND r.number = o.revision
    LEFT JOIN LATERAL (
        SELECT a.ends_at, a.end_reason FROM asset a
        WHERE a.id = ANY (o.assets) AND a.ends_at IS NOT NULL
        ORDER BY a.ends_at, a.end_reason LIMIT 1) e ON true
    WHERE i.story = o.story AND o.story = ANY (stories)
$$;
SELECT library_follow_media(ARRAY(SELECT story FROM library_item));
