package nl.etalage.gateway.console.desk;

import java.util.List;
import java.util.stream.Stream;

/**
 * The page on which a story is written or corrected.
 *
 * @param correcting whether it is in the library already
 * @param types what it can be; empty where that no longer changes
 * @param groups its fields
 * @param must what it can't do without
 * @param advice what would make it better
 * @param talk what colleagues say about it
 * @param languages in which languages there is more of it
 * @param wrong what was filled in and can't stay, with the place on the page
 */
record WriteView(
        Head head,
        boolean correcting,
        Stamp stamp,
        List<FieldView.Option> types,
        Groups groups,
        Pictures pictures,
        Products products,
        List<Point> must,
        List<Point> advice,
        List<Point> wrong,
        Notices notices,
        List<NetworkClient.MergeField> mergeFields,
        Talk talk,
        Languages languages) {

    /** What travels with the form unseen. */
    record Stamp(String version, String key, String base) {}

    /** The fields, in parts. */
    record Groups(
            List<FieldView> texts,
            List<FieldView> details,
            List<FieldView> about,
            List<FieldView> who,
            List<FieldView> where,
            List<FieldView> channels) {

        public boolean whoOpen() {
            return who.stream().anyMatch(Groups::asks);
        }

        public boolean whereOpen() {
            return where.stream().anyMatch(Groups::asks);
        }

        public boolean channelsOpen() {
            return channels.stream().anyMatch(Groups::asks);
        }

        public long channelsFilled() {
            return channels.stream().filter(FieldView::filled).count();
        }

        private static boolean asks(FieldView field) {
            return field.error() != null || field.theirs() != null || field.news();
        }
    }

    /**
     * Its pictures.
     *
     * @param news whether somebody else added one meanwhile
     */
    record Pictures(List<PictureView> own, PictureView coming, boolean news) {}

    /**
     * What it is about, in rows of keys, a few of them empty.
     *
     * @param theirs what somebody else wrote here meanwhile; empty when nobody did
     */
    record Products(List<Product> rows, boolean open, boolean changed, List<String> theirs) {}

    /**
     * A row of product keys.
     *
     * @param keys in the order of the form
     */
    record Product(int row, List<ProductKey> keys) {}

    /** One key; {@code label} is the key of its name. */
    record ProductKey(String name, String label, String value, String error) {

        public String id() {
            return FieldView.id(name);
        }
    }

    /**
     * Something about a field, with a link to it.
     *
     * @param label key of the field's name; null where the sentence says enough
     * @param picture key of the name of something said about a picture; null for anything else
     */
    record Point(String target, String sentence, String label, String picture) {}

    /** Fields that somebody else changed too, and in which one of both has to be chosen. */
    public List<FieldView> met() {
        return Stream.of(
                        groups.texts(),
                        groups.details(),
                        groups.about(),
                        groups.channels(),
                        groups.who(),
                        groups.where())
                .flatMap(List::stream)
                .filter(field -> field.theirs() != null)
                .toList();
    }

    /** The sentence about what stands in one place; null when all is well there. */
    public String error(String target) {
        return wrong.stream()
                .filter(point -> point.target().equals(target))
                .map(Point::sentence)
                .findFirst()
                .orElse(null);
    }

    /**
     * What is said at the top.
     *
     * @param saved whether it was saved just now
     * @param done key of what else was just done; null for nothing
     * @param incomplete whether it was offered while something was missing
     * @param met whether somebody else changed it meanwhile
     * @param complaint why it was not saved; null when it was
     * @param note of a correction, as it was typed
     * @param severity of a correction
     */
    record Notices(
            boolean saved,
            String done,
            boolean incomplete,
            boolean met,
            String complaint,
            String note,
            String severity) {

        /** On a page that was just opened; {@code done} is what was done just before. */
        static Notices after(String done) {
            return new Notices("saved".equals(done), begun(done), "incomplete".equals(done), false, null, "", "");
        }

        private static String begun(String done) {
            return switch (done == null ? "" : done) {
                case "taken", "translated", "restored" -> Field.key("done", done);
                default -> null;
            };
        }
    }
}
