-- Counts the changes of what is kept of shops, memberships and integrations, so that what was read of them can be
-- remembered for exactly as long as it holds.
CREATE TABLE replica_stand (
    one     boolean PRIMARY KEY DEFAULT true CHECK (one),
    version bigint  NOT NULL
);
INSERT INTO replica_stand (version) VALUES (1);
GRANT SELECT ON replica_stand TO content_application;

CREATE FUNCTION replica_changed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE replica_stand SET version = version + 1;
    RETURN NULL;
END
$$;
-- Deferred: the one row is locked when a transaction has all its other locks, so that nobody waits in a circle.
CREATE CONSTRAINT TRIGGER replica_stand AFTER INSERT OR DELETE
    OR UPDATE OF kind, state, time_zone, locale, groups, version, merge_fields, fetched_version, stock_version
    ON shop DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION replica_changed();
CREATE CONSTRAINT TRIGGER replica_stand AFTER INSERT OR UPDATE OR DELETE
    ON membership DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION replica_changed();
CREATE CONSTRAINT TRIGGER replica_stand AFTER INSERT OR UPDATE OR DELETE
    ON integration DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION replica_changed();

-- Where the library and the own side of each of these shops stand, in one look: the replica's count, the library's
-- position and last time boundaries, and the count of the shop's own versions. Enters the shops it is asked for.
CREATE FUNCTION library_stand(of_shops text[], moment timestamptz)
RETURNS TABLE (replica bigint, library text, slug text, own bigint) LANGUAGE plpgsql AS $$
BEGIN
    PERFORM set_config('app.shop', array_to_string(of_shops, ','), true);
    RETURN QUERY
    SELECT (SELECT r.version FROM replica_stand r),
           coalesce((SELECT f.position FROM event_feed f WHERE f.name = 'library'), 0) || '|'
               || coalesce((SELECT max(i.visible_from)::text FROM library_item i WHERE i.visible_from <= moment), '')
               || '|'
               || coalesce((SELECT max(i.visible_until)::text FROM library_item i WHERE i.visible_until <= moment), ''),
           s.slug, coalesce((SELECT l.version FROM shop_library l WHERE l.shop = s.slug), 0)
      FROM unnest(of_shops) s (slug);
END
$$;
