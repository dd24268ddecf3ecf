package nl.etalage.gateway;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Every sentence of the pages; the words stand in {@code messages/msg_nl.properties} and {@code msg_en.properties}. */
@MessageBundle
public interface Messages {

    @Message
    String app();

    @Message
    String skip();

    @Message
    String menu();

    @Message
    String menuHome();

    @Message
    String menuDesk();

    @Message
    String menuInbox();

    @Message
    String menuWaiting();

    @Message
    String menuApi();

    @Message
    String signedInAs(String name);

    @Message
    String signIn();

    @Message
    String signOut();

    @Message
    String foot();

    @Message
    String welcomeTitle();

    @Message
    String welcomeLead();

    @Message
    String welcomeOneTitle();

    @Message
    String welcomeOne();

    @Message
    String welcomeTwoTitle();

    @Message
    String welcomeTwo();

    @Message
    String welcomeThreeTitle();

    @Message
    String welcomeThree();

    @Message
    String welcomeJoin();

    @Message
    String hello(String name);

    @Message
    String helloNameless();

    @Message
    String yourPart();

    @Message
    String roleAt(String role, String shop);

    @Message
    String roleCentral(String role);

    @Message
    String roleEditor();

    @Message
    String roleCoach();

    @Message
    String roleAdmin();

    @Message
    String roleManager();

    @Message
    String rolePublisher();

    @Message
    String roleContributor();

    @Message
    String roleWebmaster();

    @Message
    String roleMember();

    @Message
    String noPart();

    @Message
    String partsAway();

    @Message
    String moreShops(int count);

    @Message
    String planned();

    @Message
    String plannedNone();

    @Message
    String plannedAway();

    @Message
    String sent();

    @Message
    String sentNone();

    @Message
    String stories();

    @Message
    String storiesNone();

    @Message
    String storiesAway();

    @Message
    String tellLink();

    @Message
    String yourTurn();

    @Message
    String viewPost();

    @Message
    String onChannel(String channel);

    @Message
    String untitled();

    @Message
    String stateProposed();

    @Message
    String stateAwaitingApproval();

    @Message
    String stateScheduled();

    @Message
    String statePublishing();

    @Message
    String statePublished();

    @Message
    String stateFailed();

    @Message
    String stateUnknown();

    @Message
    String stateMissed();

    @Message
    String stateCancelled();

    @Message
    String stateRecalled();

    @Message
    String stateRemoving();

    @Message
    String stateRemoved();

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
    String typeOther();

    @Message
    String assistedTitle();

    @Message
    String assistedLead(String channel);

    @Message
    String assistedPlanned(String moment);

    @Message
    String stepText();

    @Message
    String stepPictures();

    @Message
    String stepPicture();

    @Message
    String stepPost();

    @Message
    String stepTell();

    @Message
    String textLabel();

    @Message
    String copy();

    @Message
    String copied();

    @Message
    String copyFailed();

    @Message
    String savePicture(int number);

    @Message
    String altHint();

    @Message
    String creditHint(String credit);

    @Message
    String postHint(String channel);

    @Message
    String postHintText(String channel);

    @Message
    String tellHint();

    @Message
    String posted();

    @Message
    String linkLabel();

    @Message
    String linkHint();

    @Message
    String notPosted();

    @Message
    String notPostedIntro();

    @Message
    String noteLabel();

    @Message
    String againLabel();

    @Message
    String thanksTitle();

    @Message
    String thanksPosted();

    @Message
    String thanksNotPosted();

    @Message
    String backHome();

    @Message
    String messageTitle();

    @Message
    String messageStateSentence();

    @Message
    String messageRecalled();

    @Message
    String messageRemoving();

    @Message
    String somebodyFirst();

    @Message
    String error401Title();

    @Message
    String error401();

    @Message
    String error403Title();

    @Message
    String error403();

    @Message
    String error404Title();

    @Message
    String error404();

    @Message
    String error413Title();

    @Message
    String error413();

    @Message
    String error4xxTitle();

    @Message
    String error4xx();

    @Message
    String error503Title();

    @Message
    String error503();

    @Message
    String error500Title();

    @Message
    String error500();

    @Message
    String tryAgain();

    @Message
    String docsTitle();

    @Message
    String docsLead();

    @Message
    String docsDownload();

    @Message
    String docsStart();

    @Message
    String docsStartText();

    @Message
    String docsContents();

    @Message
    String docsParameters();

    @Message
    String docsBody();

    @Message
    String docsAnswers();

    @Message
    String docsExample();

    @Message
    String docsSchemas();

    @Message
    String docsRequired();

    @Message
    String docsPublic();

    @Message
    String docsScopes();

    @Message
    String docsName();

    @Message
    String docsKind();

    @Message
    String docsMeaning();

    @Message
    String docsWhere();

    @Message
    String docsLanguage();

    @Message
    String linkGoneTitle();

    @Message
    String linkGone();

    @Message
    String joinTitle();

    @Message
    String joinLead(String network, String shop);

    @Message
    String joinWhoTitle();

    @Message
    String joinWho();

    @Message
    String joinAskTitle();

    @Message
    String joinAsk();

    @Message
    String joinMayTitle();

    @Message
    String joinCan();

    @Message
    String joinCanOne();

    @Message
    String joinCanTwo();

    @Message
    String joinCanThree();

    @Message
    String joinCannot();

    @Message
    String joinCannotOne();

    @Message
    String joinCannotTwo();

    @Message
    String joinCannotThree();

    @Message
    String joinFiguresTitle();

    @Message
    String joinFigures();

    @Message
    String joinLeaveTitle();

    @Message
    String joinLeave();

    @Message
    String joinReplyTitle();

    @Message
    String joinReply();

    @Message
    String joinDetails(String shop);

    @Message
    String joinName();

    @Message
    String joinHours();

    @Message
    String joinHoursHint();

    @Message
    String joinYes();

    @Message
    String joinLater();

    @Message
    String joinLaterHint();

    @Message
    String joinNo();

    @Message
    String joinNoHint();

    @Message
    String joinQuestions();

    @Message
    String joinLaterNoted();

    @Message
    String joinNoNoted();

    @Message
    String joinedTitle();

    @Message
    String joinedLead(String shop, String network);

    @Message
    String joinedNextTitle();

    @Message
    String joinedNext();

    @Message
    String joinedAccountTitle();

    @Message
    String joinedAccount();

    @Message
    String joinedSettled();

    @Message
    String joinedRegret();

    @Message
    String hoursUnclear();

    @Message
    String dayMonday();

    @Message
    String dayTuesday();

    @Message
    String dayWednesday();

    @Message
    String dayThursday();

    @Message
    String dayFriday();

    @Message
    String daySaturday();

    @Message
    String daySunday();

    @Message
    String memberTitle();

    @Message
    String memberLead(String shop, String network);

    @Message
    String memberLeadCentral(String network);

    @Message
    String memberRole(String role);

    @Message
    String memberSignedIn(String name);

    @Message
    String memberYes();

    @Message
    String memberSignIn();

    @Message
    String memberSignInButton();

    @Message
    String memberAside();

    @Message
    String memberAlready();
}
