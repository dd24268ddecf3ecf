-- Searching and choosing in the library. Both extensions are trusted: the owner of the database may add them; on Debian
-- they come with the package postgresql.
CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Word forms of a language, with or without accents.
CREATE TEXT SEARCH CONFIGURATION etalage_dutch (COPY = dutch);
ALTER TEXT SEARCH CONFIGURATION etalage_dutch
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, dutch_stem;
CREATE TEXT SEARCH CONFIGURATION etalage_english (COPY = english);
ALTER TEXT SEARCH CONFIGURATION etalage_english
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION etalage_simple (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION etalage_simple
    ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

-- The words of all stories, as written and as the index knows them: what a misspelt word, a part of a word and a
-- compound are looked up in. Small beside the library, as every story says mostly the same words.
CREATE TABLE library_word (
    word   text NOT NULL,
    lexeme text NOT NULL,
    PRIMARY KEY (word, lexeme)
);
CREATE INDEX library_word_trigrams ON library_word USING gin (word gin_trgm_ops);
CREATE INDEX library_word_lexeme ON library_word (lexeme);
GRANT SELECT, INSERT, DELETE ON library_word TO content_application;
GRANT SELECT, DELETE ON library_word TO content_worker;

-- What a story can be chosen by, each as name:value, such as type:maker or theme:koffie.
ALTER TABLE library_item ADD COLUMN facets text[] NOT NULL DEFAULT '{}';
CREATE INDEX library_item_facets ON library_item USING gin (facets);

-- What is there already.
CREATE FUNCTION pg_temp.words_of(content jsonb, field text) RETURNS text LANGUAGE sql AS $$
    SELECT regexp_replace(coalesce(content ->> field, ''), '\{\{[^}]{0,200}\}\}', ' ', 'g') $$;
CREATE TEMPORARY TABLE searched ON COMMIT DROP AS
SELECT i.story,
       CASE WHEN coalesce(r.content ->> 'locale', 'nl') LIKE 'nl%' THEN 'etalage_dutch'
            WHEN r.content ->> 'locale' LIKE 'en%' THEN 'etalage_english'
            ELSE 'etalage_simple' END::regconfig AS config,
       pg_temp.words_of(r.content, 'title') || ' '
           || coalesce((SELECT string_agg(t, ' ') FROM jsonb_array_elements_text(r.content -> 'themes') t), '') AS title,
       pg_temp.words_of(r.content, 'summary') AS summary,
       pg_temp.words_of(r.content, 'body') AS body,
       ARRAY(SELECT 'type:' || i.type
             UNION ALL SELECT 'function:' || f FROM jsonb_array_elements_text(r.content -> 'functions') f
             UNION ALL SELECT 'audience:' || a FROM jsonb_array_elements_text(r.content -> 'audience') a
             UNION ALL SELECT 'theme:' || lower(trim(t)) FROM jsonb_array_elements_text(r.content -> 'themes') t
       ) AS facets
  FROM library_item i JOIN story_revision r ON r.story = i.story AND r.number = i.revision;
UPDATE library_item i SET
    facets = s.facets,
    words = setweight(to_tsvector(s.config, s.title), 'A') || setweight(to_tsvector(s.config, s.summary), 'B')
        || setweight(to_tsvector(s.config, s.body), 'C')
  FROM searched s WHERE s.story = i.story;
INSERT INTO library_word (word, lexeme)
SELECT DISTINCT w.word, l.lexeme
  FROM searched s
 CROSS JOIN LATERAL unnest(tsvector_to_array(
       to_tsvector('etalage_simple', s.title || ' ' || s.summary || ' ' || s.body))) w (word)
 CROSS JOIN LATERAL unnest(tsvector_to_array(to_tsvector(s.config, w.word))) l (lexeme)
 WHERE w.word ~ '^[[:alpha:]]{3,40}$'
ON CONFLICT DO NOTHING;
