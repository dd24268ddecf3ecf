package nl.etalage.gateway.console.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences with which a shop tells something to the desk, and the desk decides about it. */
@MessageBundle("offer")
public interface OfferMessages {

    @Message
    String inboxTitle();

    @Message
    String inboxShow();

    @Message
    String inboxOffered();

    @Message
    String inboxChangesAsked();

    @Message
    String inboxTaken();

    @Message
    String inboxReleased();

    @Message
    String inboxDeclined();

    @Message
    String inboxWithdrawn();

    @Message
    String inboxWithPicture();

    @Message
    String inboxNoneWaiting();

    @Message
    String inboxNone();

    @Message
    String inboxMore();

    @Message
    String inboxDoneAskChanges();

    @Message
    String inboxDoneDecline();

    @Message
    String inboxOutdated();

    @Message
    String receivedFrom(String shop);

    @Message
    String receivedPicture(String shop);

    @Message
    String receivedAsked();

    @Message
    String receivedDeclined();

    @Message
    String receivedTaken(String shop);

    @Message
    String receivedStory();

    @Message
    String takeWhat(String shop);

    @Message
    String takeButton();

    @Message
    String askLabel();

    @Message
    String askButton();

    @Message
    String askWaiting(String shop);

    @Message
    String declineTitle();

    @Message
    String declineLabel();

    @Message
    String declineButton();

    @Message
    String contributedBy(String shop);

    @Message
    String tellTitle();

    @Message
    String tellLead();

    @Message
    String tellText();

    @Message
    String tellTextHint();

    @Message
    String tellPicture();

    @Message
    String tellOtherPicture();

    @Message
    String tellPictureHint();

    @Message
    String tellPictureSent();

    @Message
    String tellPictureGone();

    @Message
    String tellRemovePicture();

    @Message
    String tellSend();

    @Message
    String tellEmpty();

    @Message
    String toldTitle();

    @Message
    String toldOne();

    @Message
    String toldNone();

    @Message
    String toldMore();

    @Message
    String toldNewest();

    @Message
    String toldOffered();

    @Message
    String toldChangesAsked();

    @Message
    String toldTaken();

    @Message
    String toldReleased();

    @Message
    String toldDeclined();

    @Message
    String toldWithdrawn();

    @Message
    String toldDoneSent();

    @Message
    String toldDoneWithdrawn();

    @Message
    String toldAsked();

    @Message
    String toldWhyNot();

    @Message
    String toldAskedTitle();

    @Message
    String toldPicture();

    @Message
    String toldAgain();

    @Message
    String toldChange();

    @Message
    String toldBackTitle();

    @Message
    String toldBackWhat();

    @Message
    String toldBack();

    @Message
    String stateOther();

    @Message
    String earlierTitle(int count);

    @Message
    String earlierUntil(String moment);

    @Message
    String newsTitle();

    @Message
    String newsAsked();

    @Message
    String newsTaken();

    @Message
    String newsReleased();

    @Message
    String newsDeclined();

    @Message
    String toldTakenWhat();

    @Message
    String toldReleasedWhat();

    @Message
    String earlierPicture();

    @Message
    String askEmpty();

    @Message
    String declineEmpty();

    @Message
    String takeTextOnly(String shop);
}
