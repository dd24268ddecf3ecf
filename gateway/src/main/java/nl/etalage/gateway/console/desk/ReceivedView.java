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
        String asking,
        String declining) {}
