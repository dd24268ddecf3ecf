package nl.etalage.gateway.console.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the pages that show how a story looks at a shop, and what it was before. */
@MessageBundle("look")
public interface LookMessages {

    @Message
    String previewLink();

    @Message
    String previewTitle();

    @Message
    String previewAt(String shop);

    @Message
    String previewWords();

    @Message
    String previewFind();

    @Message
    String previewChoose();

    @Message
    String previewNoShop();

    @Message
    String previewMissing(String shop);

    @Message
    String previewWhole(String shop);

    @Message
    String previewChannels();

    @Message
    String emptyTitle();

    @Message
    String emptyText();

    @Message
    String emptyNone();

    @Message
    String emptyShop();

    @Message
    String emptyFields();

    @Message
    String moreShops();

    @Message
    String revisionsLink();

    @Message
    String revisionsTitle();

    @Message
    String revisionsNone();

    @Message
    String moreRevisions();

    @Message
    String revisionNumber(int number);

    @Message
    String revisionBy(String name, String moment);

    @Message
    String revisionFixed();
}
