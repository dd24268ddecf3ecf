-- Where the generated rows land before shelve.sql puts them in their tables.
CREATE UNLOGGED TABLE staged_shop (
    slug text, name text, town text, groups text[], manager uuid, publisher uuid, contributor uuid, integration uuid,
    issuer text);
CREATE UNLOGGED TABLE staged_member (id uuid, issuer text, subject text, role text);
CREATE UNLOGGED TABLE staged_picture (
    id uuid, sha256 text, width integer, height integer, bytes bigint, alt_text text, at timestamptz);
CREATE UNLOGGED TABLE staged_theme (key text, name text);
CREATE UNLOGGED TABLE staged_story (
    number bigint, id uuid, content jsonb, facets text[], keys text[], at timestamptz);
