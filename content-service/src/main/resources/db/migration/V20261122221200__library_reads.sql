-- What is asked of a library all day, each in one statement that needs no transaction around it. They enter the shop
-- themselves. Planning either takes six times as long as reading, so a plan is made once for any values.
CREATE FUNCTION library_newest(
    for_shop text, moment timestamptz, before timestamptz, before_story uuid, most integer)
RETURNS TABLE (story uuid, revision integer, appeared_at timestamptz, updated_at timestamptz, campaigns uuid[],
    adaptation uuid, overrides jsonb, place bigint)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    PERFORM set_config('app.shop', for_shop, true);
    RETURN QUERY
    SELECT i.story, i.revision, i.appeared_at, greatest(i.updated_at, d.changed_at), i.campaigns, d.id, d.overrides, 0::bigint
      FROM library_listed_to(for_shop, moment) i
      LEFT JOIN adaptation d ON d.story = i.story AND d.shop = for_shop
     WHERE (i.appeared_at, i.story) < (before, before_story)
     ORDER BY i.appeared_at DESC, i.story DESC LIMIT most;
END
$$;

-- One story, with what it says only if that is wanted.
CREATE FUNCTION library_story(for_shop text, moment timestamptz, wanted uuid, whole boolean)
RETURNS TABLE (story uuid, revision integer, appeared_at timestamptz, updated_at timestamptz, campaigns uuid[],
    adaptation uuid, overrides jsonb, place bigint, content jsonb)
LANGUAGE plpgsql SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
BEGIN
    PERFORM set_config('app.shop', for_shop, true);
    RETURN QUERY
    SELECT i.story, i.revision, i.appeared_at, greatest(i.updated_at, d.changed_at), i.campaigns, d.id, d.overrides, 0::bigint,
           CASE WHEN whole THEN (
               SELECT r.content FROM story_revision r WHERE r.story = i.story AND r.number = i.revision) END
      FROM library_visible_to(for_shop, moment) i
      LEFT JOIN adaptation d ON d.story = i.story AND d.shop = for_shop
     WHERE i.story = wanted;
END
$$;
