-- A shop's own version that shows one of these files shows something else from now on, also to who follows its library.
-- Files of the network may be in versions of many shops, so it looks at all of them, whoever calls.
CREATE FUNCTION touch_versions_with(files uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    entered text := current_setting('app.shop', true);
BEGIN
    PERFORM set_config('app.shop', '*', true);
    -- Versions before shops, as who changes a version takes them.
    PERFORM d.id FROM adaptation d
      WHERE EXISTS (SELECT FROM unnest(files) f (id) WHERE d.overrides -> 'assets' @> to_jsonb(f.id::text))
      ORDER BY d.id FOR UPDATE;
    IF FOUND THEN
        INSERT INTO shop_library (shop, version)
        SELECT DISTINCT d.shop, 1 FROM unnest(files) f (id)
          JOIN adaptation d ON d.overrides -> 'assets' @> to_jsonb(f.id::text)
         ORDER BY 1
        ON CONFLICT (shop) DO UPDATE SET version = shop_library.version + 1;
        UPDATE adaptation d SET library_version = l.version
          FROM shop_library l, unnest(files) f (id)
         WHERE l.shop = d.shop AND d.overrides -> 'assets' @> to_jsonb(f.id::text);
    END IF;
    PERFORM set_config('app.shop', coalesce(entered, ''), true);
END
$$;

-- As before, and the language of the network's own accounts: which of a set of translations a list has depends on it.
CREATE OR REPLACE FUNCTION library_stand(of_shops text[], moment timestamptz)
RETURNS TABLE (replica bigint, library text, slug text, own bigint) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('app.shop', array_to_string(of_shops, ','), true);
    RETURN QUERY
    SELECT (SELECT r.version FROM replica_stand r),
           coalesce((SELECT f.position FROM event_feed f WHERE f.name = 'library'), 0) || '|'
               || coalesce((SELECT max(i.visible_from)::text FROM library_item i WHERE i.visible_from <= moment), '')
               || '|'
               || coalesce((SELECT max(i.visible_until)::text FROM library_item i WHERE i.visible_until <= moment), '')
               || '|' || (SELECT t.version FROM theme_stand t)
               || '|' || coalesce((SELECT c.locale FROM shop c WHERE c.kind = 'central' ORDER BY c.slug LIMIT 1), ''),
           s.slug, coalesce((SELECT l.version FROM shop_library l WHERE l.shop = s.slug), 0)
      FROM unnest(of_shops) s (slug);
END
$$;
