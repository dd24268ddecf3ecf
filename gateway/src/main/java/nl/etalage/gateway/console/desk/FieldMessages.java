package nl.etalage.gateway.console.desk;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the fields of a story are called, what explains them, and what there is to choose. */
@MessageBundle("field")
public interface FieldMessages {

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
    String fieldName();

    @Message
    String hintName();

    @Message
    String fieldWebsite();

    @Message
    String hintWebsite();

    @Message
    String fieldSameAs();

    @Message
    String hintSameAs();

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
    String moreThemes(int count);

    @Message
    String fieldSeason();

    @Message
    String hintSeason();

    @Message
    String seasonKerst();

    @Message
    String seasonSinterklaas();

    @Message
    String seasonValentijn();

    @Message
    String seasonPasen();

    @Message
    String seasonWereldFairTradeDag();

    @Message
    String seasonMoederdag();

    @Message
    String seasonVaderdag();

    @Message
    String seasonLente();

    @Message
    String seasonZomer();

    @Message
    String seasonHerfst();

    @Message
    String seasonWinter();

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
    String fieldCredit();

    @Message
    String hintCredit();

    @Message
    String commentWhole();

    @Message
    String fieldOther();

    @Message
    String groupWho();

    @Message
    String fieldOnlyStocked();

    @Message
    String hintOnlyStocked();

    @Message
    String onlyStockedYes();

    @Message
    String fieldTranslationOf();

    @Message
    String hintTranslationOf();
}
