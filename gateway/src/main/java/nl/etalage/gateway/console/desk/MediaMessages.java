package nl.etalage.gateway.console.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The sentences about a story's pictures, films, sound and papers. */
@MessageBundle("media")
public interface MediaMessages {

    @Message
    String altText();

    @Message
    String altTextHint();

    @Message
    String noAltText();

    @Message
    String credit();

    @Message
    String licence();

    @Message
    String licenceUnknown();

    @Message
    String licenceown();

    @Message
    String licenceCC010();

    @Message
    String licenceCCBY40();

    @Message
    String licenceCCBYSA40();

    @Message
    String consent();

    @Message
    String consentNone();

    @Message
    String consentYes();

    @Message
    String consentNo();

    @Message
    String consentUntil();

    @Message
    String consentEnded();

    @Message
    String mainPicture();

    @Message
    String removePicture();

    @Message
    String addPicture();

    @Message
    String anotherPicture();

    @Message
    String chooseFile();

    @Message
    String chooseFileHint();

    @Message
    String tooLarge();

    @Message
    String chooseTitle();

    @Message
    String chooseLead();

    @Message
    String chooseLeadFor(String title);

    @Message
    String chooseThis();

    @Message
    String chooseButton();

    @Message
    String chooseNone();

    @Message
    String morePictures();

    @Message
    String altTextFilm();

    @Message
    String altTextSound();

    @Message
    String altTextPaper();

    @Message
    String noAltFilm();

    @Message
    String noAltSound();

    @Message
    String noAltPaper();

    @Message
    String captions();

    @Message
    String removeFile();

    @Message
    String uploaded();

    @Message
    String altTextOther();

    @Message
    String transcript();

    @Message
    String transcriptHint();

    @Message
    String captionsThere();

    @Message
    String noWords();

    @Message
    String captionsHint();

    @Message
    String captionsOther();

    @Message
    String captionsType();

    @Message
    String captionsEdit();

    @Message
    String captionsText();

    @Message
    String captionsHow();

    @Message
    String captionsLanguage();

    @Message
    String captionsNoLanguage();

    @Message
    String captionsMore();

    @Message
    String captionsAnother();

    @Message
    String captionsFile();

    @Message
    String captionsEmpty();

    @Message
    String chooseSome();
}
