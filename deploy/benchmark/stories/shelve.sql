-- From the staging tables into those of content-service, in the form in which the service itself writes them. A test
-- of content-service (GeneratedStoriesTest) holds the two equal. Run by a superuser; statements only, so that a test
-- can run them as well.

-- What refers to what is known to be there, and an index is made faster than kept.
SET session_replication_role = replica;
CREATE TABLE staged_index AS
SELECT indexdef, indexname FROM pg_indexes
 WHERE tablename IN ('library_item', 'library_product', 'asset_use', 'event') AND indexname NOT LIKE '%_pkey';
DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT indexname FROM staged_index LOOP EXECUTE format('DROP INDEX %I', one.indexname); END LOOP;
END $$;

INSERT INTO shop (slug, kind, state, time_zone, locale, groups, version, merge_fields, fetched_version)
SELECT slug, 'shop', 'active', 'Europe/Amsterdam', 'nl', groups, 1,
       jsonb_build_object('nl', fields || '{"shop.openingHours": "maandag tot en met zaterdag van 10.00 tot 17.00 uur"}',
                          'en', fields || '{"shop.openingHours": "Monday to Saturday from 10.00 to 17.00"}'), 1
  FROM (SELECT *, jsonb_build_object('shop.name', name, 'shop.town', town, 'shop.webshop', null,
                                     'shop.website', 'https://' || slug || '.example') AS fields
          FROM staged_shop) s;
INSERT INTO membership (id, shop, issuer, subject, role, valid_from, valid_until, version)
SELECT id, NULL, issuer, subject, role, DATE '2020-01-01', NULL::date, 1 FROM staged_member
UNION ALL SELECT manager, slug, issuer, slug || '-manager', 'manager', DATE '2020-01-01', NULL, 1 FROM staged_shop
UNION ALL SELECT publisher, slug, issuer, slug || '-publisher', 'publisher', DATE '2020-01-01', NULL, 1 FROM staged_shop
UNION ALL SELECT contributor, slug, issuer, slug || '-contributor', 'contributor', DATE '2020-01-01', NULL, 1
            FROM staged_shop;
INSERT INTO integration (id, shop, issuer, client_id, scopes, state, valid_until, version)
SELECT integration, slug, issuer, 'webshop-' || slug, '{library:read}', 'active', NULL, 1 FROM staged_shop;
INSERT INTO merge_field
VALUES ('shop.name'), ('shop.town'), ('shop.website'), ('shop.webshop'), ('shop.openingHours')
ON CONFLICT DO NOTHING;
UPDATE merge_field_fetch SET fetched = wanted;

INSERT INTO media_file (sha256, media_type, bytes, width, height, opaque, created_at)
SELECT sha256, 'image/jpeg', bytes, width, height, true, at FROM staged_picture;
INSERT INTO asset (id, shop, sha256, media_key, alt_text, credit, licence, created_at, published_at, version)
SELECT id, NULL, sha256, sha256, alt_text, 'Foto: Etalage', 'CC-BY-4.0', at, at, 1 FROM staged_picture;

-- Beside what a network begins with. A key that is another theme's word still means the theme of that key.
INSERT INTO theme (key, name_nl) SELECT key, name FROM staged_theme ON CONFLICT DO NOTHING;
INSERT INTO theme_word (word, theme) SELECT theme_form(name), key FROM staged_theme ON CONFLICT DO NOTHING;

-- Written and submitted by the first editor, released by the second: three versions.
INSERT INTO story (id, state, revision, content, author, last_editor, unreviewed, created_at, changed_at, version)
SELECT id, 'RELEASED', 1, content, (SELECT id FROM staged_member WHERE subject = 'editor'),
       (SELECT id FROM staged_member WHERE subject = 'editor'), false, at, at, 3
  FROM staged_story;
INSERT INTO story_revision (story, number, content, author, released_by, released_at)
SELECT id, 1, content, (SELECT id FROM staged_member WHERE subject = 'editor'),
       (SELECT id FROM staged_member WHERE subject = 'editor2'), at
  FROM staged_story;
INSERT INTO asset_use (asset, story)
SELECT used.id::uuid, s.id FROM staged_story s CROSS JOIN LATERAL jsonb_array_elements_text(s.content -> 'assets') used (id);

CREATE FUNCTION pg_temp.said(content jsonb, field text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_replace(content ->> field, '\{\{[^}]{0,200}\}\}', ' ', 'g') $$;
CREATE FUNCTION pg_temp.titled(content jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT pg_temp.said(content, 'title') || ' '
        || coalesce((SELECT string_agg(replace(t, '-', ' '), ' ') FROM jsonb_array_elements_text(content -> 'themes') t), '') $$;
INSERT INTO library_item (story, revision, type, owner_group, groups, reach, campaigns, assets, visible_from,
    visible_until, appeared_at, updated_at, announced, facets, locale, words)
SELECT id, 1, content ->> 'type', nullif(content ->> 'owner', 'network'), groups,
       CASE WHEN groups = '{}' THEN ARRAY[coalesce(nullif(content ->> 'owner', 'network'), '*')]
            WHEN content ->> 'owner' = 'network' THEN groups
            ELSE ARRAY(SELECT (content ->> 'owner') || '+' || g FROM unnest(groups) g) END,
       '{}', ARRAY(SELECT a::uuid FROM jsonb_array_elements_text(content -> 'assets') a),
       at, (content ->> 'availableUntil')::timestamptz, at, at, true, facets, content ->> 'locale',
       setweight(to_tsvector('etalage_dutch', pg_temp.titled(content)), 'A')
           || setweight(to_tsvector('etalage_dutch', pg_temp.said(content, 'summary')), 'B')
           || setweight(to_tsvector('etalage_dutch', pg_temp.said(content, 'body')), 'C')
  FROM (SELECT *, ARRAY(SELECT jsonb_array_elements_text(content -> 'targetGroups')) AS groups FROM staged_story) s;
INSERT INTO library_product (key, story) SELECT DISTINCT unnest(keys), id FROM staged_story;

-- Most stories say the same words: every hundredth of a large library, and all titles, know them.
INSERT INTO library_word (word, lexeme)
SELECT DISTINCT w.word, l.lexeme
  FROM (SELECT DISTINCT unnest(tsvector_to_array(to_tsvector('etalage_simple', text))) AS word
          FROM (SELECT pg_temp.titled(content) || ' ' || pg_temp.said(content, 'summary') AS text FROM staged_story
                UNION ALL
                SELECT pg_temp.said(content, 'body') FROM staged_story
                 WHERE number % greatest(1, (SELECT count(*) FROM staged_story) / 10000) = 0) said) w
 CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector('etalage_dutch', w.word))) l (lexeme)
 WHERE w.word ~ '^[[:alpha:]]{3,40}$'
ON CONFLICT DO NOTHING;

-- The feeds: what was released, in the order in which it was.
INSERT INTO event (feed, position, type, subject, time, data)
SELECT 'library', number, 'nl.etalage.content.library.changed.v1', 'story/' || id, i.appeared_at,
       jsonb_build_object('story', id, 'revision', 1, 'change', 'added', 'reason', NULL,
           'for', jsonb_build_object('ownerGroup', i.owner_group, 'groups', i.groups, 'reach', i.reach,
               'onlyStocked', false, 'translated', false))
  FROM staged_story s JOIN library_item i ON i.story = s.id;
INSERT INTO event (feed, position, type, subject, time, data)
SELECT 'work', number, 'nl.etalage.content.story.released.v1', 'story/' || id, at,
       jsonb_build_object('story', id, 'revision', 1)
  FROM staged_story;
INSERT INTO event_feed (name, position)
SELECT feed, (SELECT max(number) FROM staged_story) FROM unnest(ARRAY['library', 'work']) feed
ON CONFLICT (name) DO UPDATE SET position = excluded.position;

DO $$ DECLARE one record; BEGIN
    FOR one IN SELECT indexdef FROM staged_index LOOP EXECUTE one.indexdef; END LOOP;
END $$;
DROP TABLE staged_index, staged_shop, staged_member, staged_picture, staged_theme, staged_story;
SET session_replication_role = origin;
