-- Two themes that mean the same become one.

-- What was saved with the key of a theme that became part of another goes on working.
CREATE TABLE theme_former_key (
    key   text PRIMARY KEY,
    theme text NOT NULL REFERENCES theme
);
COMMENT ON TABLE theme_former_key IS 'keys of themes that became part of another';
CREATE INDEX theme_former_key_theme ON theme_former_key (theme);
GRANT DELETE ON theme TO content_application;
GRANT UPDATE ON theme_word TO content_application;
GRANT SELECT, INSERT, UPDATE ON theme_former_key TO content_application;

-- As before, and the theme that a former key became part of.
CREATE OR REPLACE FUNCTION theme_key(written text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT coalesce((SELECT t.key FROM theme t WHERE t.key = written),
                    (SELECT f.theme FROM theme_former_key f WHERE f.key = written),
                    (SELECT w.theme FROM theme_word w WHERE w.word = theme_form(written)),
                    '?') $$;

-- What a story says with one theme in the place of another, each theme once.
CREATE FUNCTION with_theme(content jsonb, gone text, stays text) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
    SELECT jsonb_set(content, '{themes}', (
        SELECT jsonb_agg(k.key ORDER BY k.place) FROM (
            SELECT CASE t.key WHEN gone THEN stays ELSE t.key END AS key, min(t.place) AS place
              FROM jsonb_array_elements_text(content -> 'themes') WITH ORDINALITY t (key, place)
             GROUP BY 1) k)) $$;

-- A fixed revision stays what it says; by which theme it is found is no part of that. Nothing else changes one. Whoever
-- has an earlier version open sees no change of another's in it.
CREATE FUNCTION retheme_fixed(gone text, stays text) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE story_revision SET content = with_theme(content, gone, stays)
     WHERE content -> 'themes' @> to_jsonb(gone);
    UPDATE story_edit SET content = with_theme(content, gone, stays)
     WHERE content -> 'themes' @> to_jsonb(gone) $$;
