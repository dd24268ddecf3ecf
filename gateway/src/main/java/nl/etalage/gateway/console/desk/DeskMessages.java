package nl.etalage.gateway.console.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * The sentences of the editor's desk; the words stand in {@code messages/desk_nl.properties} and
 * {@code desk_en.properties}. A bundle of Qute works up to some 300 sentences, so others go into {@link TalkMessages}.
 */
@MessageBundle("desk")
public interface DeskMessages {

    @Message
    String writeTitle();

    @Message
    String newStory();

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
    String theirsTitle();

    @Message
    String theirsEmpty();

    @Message
    String keepMine();

    @Message
    String takeTheirs();

    @Message
    String theirNews();

    @Message
    String theirPictures();

    @Message
    String changedMeanwhile();

    @Message
    String returnedNote();

    @Message
    String groupText();

    @Message
    String groupDetails();

    @Message
    String groupDetailsOf(String type);

    @Message
    String groupPictures();

    @Message
    String groupAbout();

    @Message
    String groupProducts();

    @Message
    String groupChannels();

    @Message
    String groupWhere();

    @Message
    String groupCorrection();

    @Message
    String channelsFilled(long count);

    @Message
    String channelsHint();

    @Message
    String ofCharacters(int most);

    @Message
    String nothingToChoose();

    @Message
    String fieldTitle();

    @Message
    String fieldSummary();

    @Message
    String hintSummary();

    @Message
    String fieldBody();

    @Message
    String hintBody();

    @Message
    String fieldReaderValue();

    @Message
    String hintReaderValue();

    @Message
    String fieldQuestion();

    @Message
    String hintQuestion();

    @Message
    String fieldCallToAction();

    @Message
    String hintCallToAction();

    @Message
    String fieldLink();

    @Message
    String hintLink();

    @Message
    String fieldFigure();

    @Message
    String hintFigure();

    @Message
    String fieldUnit();

    @Message
    String hintUnit();

    @Message
    String fieldSource();

    @Message
    String hintSource();

    @Message
    String fieldDate();

    @Message
    String fieldPlace();

    @Message
    String fieldStartsAt();

    @Message
    String fieldGoal();

    @Message
    String hintGoal();

    @Message
    String fieldEndsAt();

    @Message
    String hintEndsAt();

    @Message
    String fieldSteps();

    @Message
    String hintSteps();

    @Message
    String fieldFunctions();

    @Message
    String hintFunctions();

    @Message
    String functionsVisibility();

    @Message
    String functionsPersuasion();

    @Message
    String functionsAwareness();

    @Message
    String functionsOrganising();

    @Message
    String functionsAction();

    @Message
    String functionsDiscussion();

    @Message
    String functionsIdentity();

    @Message
    String fieldAudience();

    @Message
    String audienceCustomers();

    @Message
    String audienceVolunteers();

    @Message
    String audienceLikeMinded();

    @Message
    String fieldThemes();

    @Message
    String hintThemes();

    @Message
    String fieldLocale();

    @Message
    String localeNl();

    @Message
    String localeEn();

    @Message
    String localeDe();

    @Message
    String localeFr();

    @Message
    String fieldType();

    @Message
    String hintType();

    @Message
    String fieldAvailableFrom();

    @Message
    String hintAvailableFrom();

    @Message
    String fieldAvailableUntil();

    @Message
    String hintAvailableUntil();

    @Message
    String fieldOwner();

    @Message
    String hintOwner();

    @Message
    String ownerNetwork();

    @Message
    String fieldTargetGroups();

    @Message
    String hintTargetGroups();

    @Message
    String fieldLockedFields();

    @Message
    String hintLockedFields();

    @Message
    String fieldChannelTexts();

    @Message
    String fieldAssets();

    @Message
    String fieldFacebook();

    @Message
    String fieldInstagram();

    @Message
    String fieldAssisted();

    @Message
    String fieldMastodon();

    @Message
    String fieldBluesky();

    @Message
    String fieldThreads();

    @Message
    String fieldLinkedin();

    @Message
    String fieldGoogleBusiness();

    @Message
    String fieldNewsletter();

    @Message
    String fieldPoster();

    @Message
    String fieldWordpress();

    @Message
    String fieldWebsiteFeed();

    @Message
    String fieldWebhook();

    @Message
    String mergeTitle();

    @Message
    String mergeText();

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
    String productsHint();

    @Message
    String productRow(int number);

    @Message
    String productGtin();

    @Message
    String productSku();

    @Message
    String productBrand();

    @Message
    String productSupplier();

    @Message
    String productArticle();

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
    String begunBy(String name);

    @Message
    String changedBy(String name, String moment);

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
    String correctLink();

    @Message
    String correctionNote();

    @Message
    String correctionNoteHint();

    @Message
    String correctionSeverity();

    @Message
    String severityMinor();

    @Message
    String severityMajor();

    @Message
    String severityCritical();

    @Message
    String severityMinorLong();

    @Message
    String severityMajorLong();

    @Message
    String severityCriticalLong();

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

    @Message
    String timeUnreadable();

    @Message
    String timeSkipped(String after);

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
    String fieldCredit();

    @Message
    String hintCredit();

    @Message
    String creditTo(String name);

    @Message
    String commentWhole();

    @Message
    String fieldOther();
}
