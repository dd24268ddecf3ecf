package nl.etalage.gateway.console.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The sentences of the editor's desk that its pages share: the list, where a story stands, and what is decided about
 * it. A bundle of Qute works up to some 300 sentences, and {@code MessageSizeTest} holds each well below that, so every
 * page with many words of its own has a bundle of its own.
 */
@MessageBundle("desk")
public interface DeskMessages {

    @Message
    String untitled();

    @Message
    String allStories();

    @Message
    String backToStory();

    @Message
    String listTitle();

    @Message
    String begin();

    @Message
    String listNone();

    @Message
    String listNothingFound();

    @Message
    String moreStories();

    @Message
    String firstStories();

    @Message
    String filterWords();

    @Message
    String filterState();

    @Message
    String filterType();

    @Message
    String filterAll();

    @Message
    String filterButton();

    @Message
    String someone();

    @Message
    String unreviewed();

    @Message
    String stateDraft();

    @Message
    String stateInReview();

    @Message
    String stateReleased();

    @Message
    String stateWithdrawn();

    @Message
    String stateExpired();

    @Message
    String stateOther();

    @Message
    String beginTitle();

    @Message
    String beginLead();

    @Message
    String beginButton();

    @Message
    String typeMissing();

    @Message
    String typeProduct();

    @Message
    String typeMaker();

    @Message
    String typeImpact();

    @Message
    String typeShop();

    @Message
    String typeCampaign();

    @Message
    String typeEvent();

    @Message
    String typeAppeal();

    @Message
    String typeVacancy();

    @Message
    String typePractice();

    @Message
    String typePlaybook();

    @Message
    String typeTip();

    @Message
    String changedMeanwhile();

    @Message
    String returnedNote();

    @Message
    String begunBy(String name);

    @Message
    String changedBy(String name, String moment);

    @Message
    String correctLink();

    @Message
    String severityMinor();

    @Message
    String severityMajor();

    @Message
    String severityCritical();

    @Message
    String decide();

    @Message
    String ownWork();

    @Message
    String ownCorrection();

    @Message
    String releaseWhat();

    @Message
    String releaseFrom(String moment);

    @Message
    String release();

    @Message
    String returnNoteLabel();

    @Message
    String returnTo(String name);

    @Message
    String returnBack();

    @Message
    String takeBack();

    @Message
    String confirmWhat();

    @Message
    String confirm();

    @Message
    String withdrawTitle();

    @Message
    String withdrawWhat();

    @Message
    String withdrawWhy();

    @Message
    String withdraw();

    @Message
    String withdrawnBecause(String reason);

    @Message
    String reasonMistake();

    @Message
    String reasonConsentWithdrawn();

    @Message
    String reasonLicenceEnded();

    @Message
    String reasonSafety();

    @Message
    String reasonMissing();

    @Message
    String doneSubmit();

    @Message
    String doneRelease();

    @Message
    String doneReturn();

    @Message
    String doneConfirm();

    @Message
    String doneCorrect();

    @Message
    String doneWithdraw();

    @Message
    String notFilled();

    @Message
    String timeUnreadable();

    @Message
    String timeSkipped(String after);

    @Message
    String creditTo(String name);

    @Message
    String confirmSee();
}
