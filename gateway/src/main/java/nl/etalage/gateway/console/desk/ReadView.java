package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * A story to read, with what may be done with it.
 *
 * @param revision which one is read; null for the story as it is now
 * @param talk what colleagues say about it; null for a revision
 * @param languages in which languages there is more of it; null for a revision
 * @param key idempotency key of a form that begins a draft with a revision; null for who doesn't write
 */
record ReadView(
        Head head,
        List<Section> sections,
        List<PictureView> pictures,
        List<String> products,
        Acts acts,
        ReadPages.Said said,
        Revision revision,
        Talk talk,
        Languages languages,
        String key) {

    /** Fields that say something, under one heading. */
    record Section(String title, List<Row> rows) {}

    /**
     * A field as it is read.
     *
     * @param value text, or what was chosen where there are no choices with a name
     * @param choices what was chosen
     */
    record Row(String label, String value, List<FieldView.Option> choices, boolean body) {}

    /**
     * What this person may do now.
     *
     * @param own whether they wrote it, so that somebody else has to look
     */
    record Acts(boolean own, boolean release, boolean giveBack, boolean correct, boolean confirm, boolean withdraw) {

        static final Acts NONE = new Acts(false, false, false, false, false, false);

        public boolean any() {
            return release || giveBack || correct || confirm || withdraw;
        }
    }

    /**
     * A fixed revision.
     *
     * @param author who wrote it; null when they left
     * @param when in words
     * @param note what a correction is about; null for a first release
     * @param severity key; null for a first release
     */
    record Revision(int number, String author, String when, String note, String severity, boolean unreviewed) {}
}
