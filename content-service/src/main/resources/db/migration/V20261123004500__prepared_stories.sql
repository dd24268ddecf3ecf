-- What a story of the library looks like to any shop that has no version of its own, with holes for what each shop fills
-- in. A cache: what is lost is made anew. A row holds for exactly what it was made of: the revision, its place in the
-- library, and the files as they were.
CREATE UNLOGGED TABLE prepared_story (
    story       uuid        NOT NULL REFERENCES library_item ON DELETE CASCADE,
    code        text        NOT NULL,
    filled      text[]      NOT NULL,
    worded      text[]      NOT NULL,
    empty       text[]      NOT NULL,
    locale      text        NOT NULL,
    revision    integer     NOT NULL,
    appeared_at timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    campaigns   uuid[]      NOT NULL,
    files       bigint[]    NOT NULL,
    link        text,
    marked      text,
    made_at     timestamptz NOT NULL,
    PRIMARY KEY (story, code, empty)
);
COMMENT ON COLUMN prepared_story.code IS 'what made it: forms of other code or other settings are not for us';
COMMENT ON COLUMN prepared_story.filled IS 'fields that have a value in this form, as language:name, in the order of their marks';
COMMENT ON COLUMN prepared_story.worded IS 'those of them that stand among words, and not in the link alone';
COMMENT ON COLUMN prepared_story.empty IS 'fields that have none, as language:name, sorted';
COMMENT ON COLUMN prepared_story.marked IS 'null for a story that must be made for each shop';
-- Read whole each time: compressed it would take the database longer than the rest of the reading.
ALTER TABLE prepared_story ALTER COLUMN marked SET STORAGE EXTERNAL;
CREATE INDEX prepared_story_made ON prepared_story (made_at DESC);
GRANT SELECT, INSERT, UPDATE ON prepared_story TO content_application;
GRANT SELECT, DELETE ON prepared_story TO content_worker;

-- The files of a story as they are said to be now.
CREATE FUNCTION file_versions(of_files uuid[]) RETURNS bigint[] LANGUAGE sql STABLE AS $$
    SELECT ARRAY(SELECT a.version FROM asset a WHERE a.id = ANY (of_files) ORDER BY a.id)
$$;

-- Stories asked by themselves, many questions at once, each answered with its number: a form that is prepared and fits
-- the fields that the shop has, else what the story says. Fields that are odd have a value that is more than words.
CREATE FUNCTION library_stories(
    shops text[], moments timestamptz[], wanted uuid[], present text[], odd text[], of_code text)
RETURNS TABLE (asked integer, story uuid, revision integer, appeared_at timestamptz, updated_at timestamptz,
    campaigns uuid[], adaptation uuid, overrides jsonb, place bigint, content jsonb,
    locale text, filled text[], link text, marked text)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    has text[];
    strange text[];
BEGIN
    FOR number IN 1 .. cardinality(wanted) LOOP
        PERFORM set_config('app.shop', shops[number], true);
        has := string_to_array(present[number], ' ');
        strange := string_to_array(odd[number], ' ');
        RETURN QUERY
        SELECT number, i.story, i.revision, i.appeared_at, greatest(i.updated_at, d.changed_at), i.campaigns, d.id,
               d.overrides, 0::bigint,
               CASE WHEN p.marked IS NULL THEN (
                   SELECT r.content FROM story_revision r WHERE r.story = i.story AND r.number = i.revision) END,
               p.locale, p.filled, p.link, p.marked
          FROM library_visible_to(shops[number], moments[number]) i
          LEFT JOIN adaptation d ON d.story = i.story AND d.shop = shops[number]
          LEFT JOIN LATERAL (
              -- With an odd value it must be made, and need not be prepared again.
              SELECT f.locale, f.filled, f.link, CASE WHEN f.worded && strange THEN NULL ELSE f.marked END AS marked
                FROM prepared_story f
               WHERE f.story = i.story AND f.code = of_code AND d.id IS NULL
                 AND f.revision = i.revision AND f.appeared_at = i.appeared_at AND f.updated_at = i.updated_at
                 AND f.campaigns = i.campaigns AND f.files = file_versions(i.assets)
                 AND f.filled <@ has AND NOT f.empty && has
               LIMIT 1) p ON true
         WHERE i.story = wanted[number];
    END LOOP;
END
$$;

DROP FUNCTION library_story;
