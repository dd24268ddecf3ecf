package nl.etalage.gateway.console.desk;

import java.util.List;

/**
 * What a shop told, for the central group to decide about.
 *
 * @param shop its name
 * @param earlier what it said before
 * @param types of stories it can become
 * @param writes whether this person may make a story of it
 * @param complaint why something was not done; null for nothing
 * @param wrong the field it is about, {@code asking} or {@code declining}; null for the whole
 * @param asking what was typed to ask
 * @param declining what was typed as a reason
 */
record ReceivedView(
        Offered one,
        String shop,
        List<EarlierText> earlier,
        List<FieldView.Option> types,
        boolean writes,
        String complaint,
        String wrong,
        String asking,
        String declining) {

    /** The sentence about a field; null when all is well there. */
    public String error(String field) {
        return field.equals(wrong) ? complaint : null;
    }
}
