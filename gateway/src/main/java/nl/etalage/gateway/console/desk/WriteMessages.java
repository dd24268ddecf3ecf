package nl.etalage.gateway.console.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences of the page on which a story is written or corrected. */
@MessageBundle("write")
public interface WriteMessages {

    @Message
    String writeTitle();

    @Message
    String newStory();

    @Message
    String save();

    @Message
    String saveAndPreview();

    @Message
    String saveAndChoose();

    @Message
    String submit();

    @Message
    String saved();

    @Message
    String partlySaved();

    @Message
    String notSaved();

    @Message
    String incomplete();

    @Message
    String metTitle();

    @Message
    String metText();

    @Message
    String theirPictures();

    @Message
    String channelsFilled(long count);

    @Message
    String channelsHint();

    @Message
    String mergeTitle();

    @Message
    String mergeText();

    @Message
    String productsHint();

    @Message
    String productRow(int number);

    @Message
    String moreProducts();

    @Message
    String checklist();

    @Message
    String checkMust(int count);

    @Message
    String fillIn(String field);

    @Message
    String checkDone();

    @Message
    String checkAdvice();

    @Message
    String checkWhen();

    @Message
    String cancel();

    @Message
    String correctTitle();

    @Message
    String correctLead();

    @Message
    String correctChecklist();

    @Message
    String correctButton();

    @Message
    String correctionNote();

    @Message
    String correctionNoteHint();

    @Message
    String correctionSeverity();

    @Message
    String severityMinorLong();

    @Message
    String severityMajorLong();

    @Message
    String severityCriticalLong();

    @Message
    String endedTitle();

    @Message
    String endedLead();

    @Message
    String endedStepOne();

    @Message
    String endedStepOneText();

    @Message
    String endedSignIn();

    @Message
    String endedStepTwo();

    @Message
    String endedStepTwoText();

    @Message
    String endedSave();

    @Message
    String awayTitle();

    @Message
    String awayLead();

    @Message
    String keptText();

    @Message
    String keptPicture();

    @Message
    String noteMissing();

    @Message
    String severityMissing();

    @Message
    String changesMissing();

    @Message
    String doneTaken();

    @Message
    String doneTranslated();

    @Message
    String doneRestored();

    @Message
    String jumpChecklist(int count);

    @Message
    String jumpComments(int count);
}
