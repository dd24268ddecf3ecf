package nl.etalage.scheduling.delivery;

/** What must not go out, also before the states of publications have followed. */
final class TakenBack {

    /**
     * Whether the story of publication {@code p} was taken back, or a picture that it shows may be used no longer or was
     * taken out of the story by a critical correction.
     */
    static final String P =
            """
             (EXISTS (SELECT 1 FROM recall r WHERE r.story = p.story AND r.lifted_at IS NULL)
              OR EXISTS (SELECT 1 FROM jsonb_array_elements(p.assets) AS shown
                           JOIN picture_end e ON e.asset = CAST(shown ->> 'id' AS uuid)
                          WHERE e.lifted_at IS NULL)
              OR EXISTS (SELECT 1 FROM jsonb_array_elements(p.assets) AS shown
                           JOIN dropped_picture d ON d.story = p.story AND d.asset = CAST(shown ->> 'id' AS uuid)
                          WHERE d.revision > p.revision))
            """;

    private TakenBack() {}
}
